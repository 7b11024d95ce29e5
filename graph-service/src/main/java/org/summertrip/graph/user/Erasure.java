package org.summertrip.graph.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * What remains of a person or a group that is gone: an {@code (:Erased)} node with a digest of the id. Enough to turn away an
 * event that comes late, and nothing that a search for the id would find.
 */
public final class Erasure {
    private Erasure() {}

    /**
     * What an erasure has removed.
     *
     * @param at when
     * @param counts how many of what
     */
    record Remains(Instant at, Map<String, Long> counts) {}

    /** The digest that stands for this id. */
    public static String digest(UUID id) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(id.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
