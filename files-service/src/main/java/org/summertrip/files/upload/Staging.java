package org.summertrip.files.upload;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.summertrip.files.objects.MultipartUpload;
import org.summertrip.files.objects.MultipartUploads;
import org.summertrip.files.objects.ObjectStore;

/**
 * The content of one upload on its way: collected into a part, hashed, stored part by part. What fits into one part is stored only
 * when it is committed; the rest is an unfinished multipart upload until then, of which nobody sees anything. Used from the
 * upload's context only, and never appended to while something else is under way.
 */
final class Staging {
    /** The smallest part that S3 takes. All parts but the last have this size, as some stores demand. */
    static final int PART_BYTES = 5 * 1024 * 1024;

    private static final int FIRST_BYTES = 64 * 1024;

    private final UUID fileId;
    private final ObjectStore objects;
    private final MultipartUploads uploads;
    private final Vertx vertx;
    private final String key;
    private final boolean stores;
    private final MessageDigest digest = sha256();
    private byte[] buffer = new byte[FIRST_BYTES];
    private byte[] sample = {};
    private int count;
    private long size;
    private final Map<String, String> headers = new HashMap<>();
    private MultipartUpload multipart;
    private boolean committed;

    /**
     * Stages content.
     *
     * @param stores false for content that is hashed only, because it is known already
     */
    Staging(UUID fileId, ObjectStore objects, MultipartUploads uploads, Vertx vertx, String key, boolean stores) {
        this.fileId = fileId;
        this.objects = objects;
        this.uploads = uploads;
        this.vertx = vertx;
        this.key = key;
        this.stores = stores;
    }

    /** The id of the file that this will be. */
    UUID fileId() {
        return fileId;
    }

    /** What the object shall say of itself; what is added after its first part went off only counts for small content. */
    void describe(Map<String, String> objectHeaders) {
        headers.putAll(objectHeaders);
    }

    void append(ByteBuffer data) {
        int length = data.remaining();
        if (count + length > buffer.length) {
            int doubled = Math.min(2 * buffer.length, PART_BYTES);
            buffer = Arrays.copyOf(buffer, Math.max(doubled, count + length));
        }
        data.get(buffer, count, length);
        count += length;
        size += length;
        if (sample.length < ActiveContent.SAMPLE) {
            sample = Arrays.copyOf(buffer, (int) Math.min(size, ActiveContent.SAMPLE));
        }
    }

    long size() {
        return size;
    }

    byte[] sample() {
        return sample.clone();
    }

    /** Whether {@link #flush} is due. */
    boolean isFull() {
        return count >= PART_BYTES;
    }

    /** Sends one full part on. */
    Uni<Void> flush() {
        return hash(PART_BYTES)
                .flatMap(hashed ->
                        stores ? storePart(PART_BYTES) : Uni.createFrom().voidItem())
                .invoke(() -> {
                    count -= PART_BYTES;
                    System.arraycopy(buffer, PART_BYTES, buffer, 0, count);
                });
    }

    /** Ends the content and answers with its digest, as hex. */
    Uni<String> finish() {
        return hash(count)
                .flatMap(hashed -> multipart != null && count > 0
                        ? storePart(count)
                        : Uni.createFrom().voidItem())
                .map(stored -> HexFormat.of().formatHex(digest.digest()));
    }

    private Uni<Void> hash(int length) {
        return vertx.executeBlocking(
                () -> {
                    digest.update(buffer, 0, length);
                    return null;
                },
                false);
    }

    private Uni<Void> storePart(int length) {
        Uni<MultipartUpload> begun = multipart == null
                ? uploads.begin(key, headers).invoke(begin -> multipart = begin)
                : Uni.createFrom().item(multipart);
        return begun.flatMap(upload -> uploads.add(upload, buffer, length));
    }

    /** Makes the content an object. */
    Uni<Void> commit() {
        Uni<Void> stored = multipart == null ? objects.put(key, buffer, count, headers) : uploads.complete(multipart);
        return stored.invoke(() -> committed = true);
    }

    /** Leaves nothing behind of what was not committed. */
    Uni<Void> discard() {
        return multipart == null || committed ? Uni.createFrom().voidItem() : uploads.abort(multipart);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
