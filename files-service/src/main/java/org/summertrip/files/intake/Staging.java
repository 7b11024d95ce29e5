package org.summertrip.files.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.summertrip.files.quota.Allowance;

/**
 * The content of one upload on its way: collected into a part, looked at, hashed, stored part by part. Used from the upload's context
 * only, and never appended to while something else is under way.
 */
public final class Staging {
    /** The smallest part that S3 takes. All parts but the last have this size, as some stores demand. */
    public static final int PART_BYTES = 5 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(Staging.class);
    private static final int FIRST_BYTES = 64 * 1024;

    private final UUID fileId;
    private final Outlet outlet;
    private final Allowance allowance;
    private final Inspector inspector;
    private final Vertx vertx;
    private final MessageDigest digest = sha256();
    private byte[] buffer = new byte[FIRST_BYTES];
    private int count;
    private long size;
    private String filename = "";
    private String declaredType;
    private Inspection seen;

    /**
     * Stages content.
     *
     * @param outlet null for content that is hashed only, because it is known already
     */
    Staging(UUID fileId, Outlet outlet, Allowance allowance, Inspector inspector, Vertx vertx) {
        this.fileId = fileId;
        this.outlet = outlet;
        this.allowance = allowance;
        this.inspector = inspector;
        this.vertx = vertx;
    }

    /** The id of the file that this will be. */
    public UUID fileId() {
        return fileId;
    }

    /**
     * What the client says of it, to be called before any content comes.
     *
     * @param contentType null where nothing is said
     */
    public void describe(String name, String contentType) {
        filename = name;
        declaredType = contentType;
    }

    public void append(ByteBuffer data) {
        int length = data.remaining();
        if (count + length > buffer.length) {
            int doubled = Math.min(2 * buffer.length, PART_BYTES);
            buffer = Arrays.copyOf(buffer, Math.max(doubled, count + length));
        }
        data.get(buffer, count, length);
        count += length;
        size += length;
    }

    public long size() {
        return size;
    }

    /** Whether {@link #flush} is due. */
    public boolean isFull() {
        return count >= PART_BYTES;
    }

    /** Sends one full part on. */
    public Uni<Void> flush() {
        return pass(PART_BYTES, outlet != null).invoke(() -> {
            count -= PART_BYTES;
            System.arraycopy(buffer, PART_BYTES, buffer, 0, count);
        });
    }

    /** Ends the content and tells what it was. */
    public Uni<Content> finish() {
        return pass(count, outlet != null && outlet.hasParts() && count > 0).map(stored -> content());
    }

    private Content content() {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (outlet != null) {
            outlet.digest(sha256);
        }
        return new Content(filename, size, sha256, seen);
    }

    /** A part is hashed while it goes off. Both have ended when this ends, whatever becomes of either. */
    private Uni<Void> pass(int length, boolean storing) {
        return allowance.upTo(size).flatMap(allowed -> work(this::examine)).flatMap(examined -> {
            Uni<Void> hashed = work(() -> digest.update(buffer, 0, length));
            return storing
                    ? Uni.combine()
                            .all()
                            .unis(outlet.part(buffer, length), hashed)
                            .collectFailures()
                            .discardItems()
                    : hashed;
        });
    }

    private Uni<Void> work(Runnable task) {
        return vertx.executeBlocking(
                () -> {
                    task.run();
                    return null;
                },
                false);
    }

    private void examine() {
        if (seen == null) {
            seen = inspector.inspect(filename, declaredType, buffer, count);
            if (outlet != null) {
                outlet.describe(filename, seen.contentType());
            }
        }
    }

    /** Makes the content an object. */
    public Uni<Void> commit() {
        return outlet.commit(buffer, count);
    }

    /**
     * Leaves nothing behind of what was not committed. Cannot fail: what the store does not remove now, the sweep for abandoned
     * uploads removes later, and a reservation that is not given back ends by itself.
     */
    public Uni<Void> discard() {
        if (outlet == null || outlet.isCommitted()) {
            return nothing();
        }
        return outlet.discard()
                .flatMap(discarded -> allowance.release())
                .onFailure()
                .invoke(failure -> LOG.warnf("unfinished content is left for later file=%s cause=%s", fileId, failure))
                .onFailure()
                .recoverWithNull();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
