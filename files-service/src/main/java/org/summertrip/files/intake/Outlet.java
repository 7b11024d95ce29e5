package org.summertrip.files.intake;

import io.smallrye.mutiny.Uni;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.summertrip.files.objects.MultipartUpload;
import org.summertrip.files.objects.MultipartUploads;
import org.summertrip.files.objects.ObjectStore;

/**
 * Where staged content goes. What fits into one part is stored when it is committed; the rest is an unfinished multipart upload
 * until then, of which nobody sees anything.
 */
final class Outlet {
    private static final int LONGEST_NAME_IN_HEADER = 1024;

    private final ObjectStore objects;
    private final MultipartUploads uploads;
    private final String key;
    private final Map<String, String> headers = new HashMap<>();
    private MultipartUpload multipart;
    private boolean committed;

    Outlet(ObjectStore objects, MultipartUploads uploads, String key, UUID groupId) {
        this.objects = objects;
        this.uploads = uploads;
        this.key = key;
        if (groupId != null) {
            headers.put("x-amz-meta-group", groupId.toString());
        }
    }

    /**
     * What the object shall say of itself, for those who look into the bucket by hand; counts until its first part goes off. S3 takes
     * 2 KB of this at most, so long names in some scripts are left out.
     */
    void describe(String filename, String contentType) {
        String encoded = URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20");
        if (encoded.length() <= LONGEST_NAME_IN_HEADER) {
            headers.put("x-amz-meta-name", encoded);
        }
        headers.put("Content-Type", contentType);
    }

    void digest(String sha256) {
        headers.put("x-amz-meta-sha256", sha256);
    }

    boolean hasParts() {
        return multipart != null;
    }

    Uni<Void> part(byte[] bytes, int length) {
        Uni<MultipartUpload> begun = multipart == null
                ? uploads.begin(key, headers).invoke(begin -> multipart = begin)
                : Uni.createFrom().item(multipart);
        return begun.flatMap(upload -> uploads.add(upload, bytes, length));
    }

    /** Makes it an object, which has these bytes only unless there were parts. */
    Uni<Void> commit(byte[] bytes, int length) {
        Uni<Void> stored = multipart == null ? objects.put(key, bytes, length, headers) : uploads.complete(multipart);
        return stored.invoke(() -> committed = true);
    }

    boolean isCommitted() {
        return committed;
    }

    Uni<Void> discard() {
        return multipart == null || committed ? Uni.createFrom().voidItem() : uploads.abort(multipart);
    }
}
