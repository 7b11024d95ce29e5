package org.summertrip.files.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** What objects are called. Nothing that a client chooses becomes part of a key, names only as their digest. */
public final class Keys {
    private Keys() {}

    public static String content(UUID ownerId, UUID fileId) {
        return "files/" + ownerId + "/" + fileId;
    }

    static String index(UUID fileId) {
        return "index/" + fileId;
    }

    static String ownedPrefix(UUID ownerId) {
        return "owned/" + ownerId + "/";
    }

    static String namedPrefix(UUID ownerId, String filename) {
        return "names/" + ownerId + "/" + digest(filename) + "/";
    }

    /** The id with every bit turned over, so that later ids come first in a listing. Its own inverse. */
    static String inverted(UUID id) {
        return new UUID(~id.getMostSignificantBits(), ~id.getLeastSignificantBits()).toString();
    }

    static UUID uninverted(String marker) {
        return UUID.fromString(inverted(UUID.fromString(marker)));
    }

    private static String digest(String filename) {
        try {
            byte[] bytes = filename.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
