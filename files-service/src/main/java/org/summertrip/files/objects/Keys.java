package org.summertrip.files.objects;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** What objects are called. Nothing that a client chooses becomes part of a key, names only as their digest. */
public final class Keys {
    /** Content of finished files. */
    public static final String CONTENTS = "files/";
    /** What is known of files. */
    public static final String INDEX = "index/";
    /** Pieces of resumable uploads. */
    public static final String PARTS = "parts/";
    /** What clients put into the bucket themselves, by presigned addresses. */
    public static final String INCOMING = "incoming/";
    /** What is known of uploads that are not files yet. */
    public static final String PENDING = "pending/";
    /** Empty markers: whose files there are. */
    public static final String OWNED = "owned/";
    /** Empty markers: what they are called. */
    public static final String NAMES = "names/";
    /** Empty markers: which files a group has. */
    public static final String SHARED = "shared/";
    /** Empty markers: whose tombstones there are. */
    public static final String BURIED = "buried/";
    /** Small pictures of pictures. */
    public static final String THUMBNAILS = "thumbnails/";

    private Keys() {}

    public static String contents(UUID ownerId) {
        return CONTENTS + ownerId + "/";
    }

    public static String content(UUID ownerId, UUID fileId) {
        return contents(ownerId) + fileId;
    }

    public static String thumbnails(UUID ownerId) {
        return THUMBNAILS + ownerId + "/";
    }

    public static String thumbnail(UUID ownerId, UUID fileId) {
        return thumbnails(ownerId) + fileId;
    }

    public static String index(UUID fileId) {
        return INDEX + fileId;
    }

    public static String ownedPrefix(UUID ownerId) {
        return OWNED + ownerId + "/";
    }

    public static String sharedPrefix(UUID groupId) {
        return SHARED + groupId + "/";
    }

    public static String buriedPrefix(UUID ownerId) {
        return BURIED + ownerId + "/";
    }

    public static String namedPrefix(UUID ownerId, String filename) {
        return namesPrefix(ownerId) + digest(filename) + "/";
    }

    public static String namesPrefix(UUID ownerId) {
        return NAMES + ownerId + "/";
    }

    public static String pendingPrefix(UUID ownerId) {
        return PENDING + ownerId + "/";
    }

    public static String pending(UUID ownerId, UUID fileId) {
        return pendingPrefix(ownerId) + fileId;
    }

    public static String incoming(UUID fileId) {
        return INCOMING + fileId;
    }

    public static String parts(UUID uploadId) {
        return PARTS + uploadId + "/";
    }

    /** The id with every bit turned over, so that later ids come first in a listing. Its own inverse. */
    public static String inverted(UUID id) {
        return new UUID(~id.getMostSignificantBits(), ~id.getLeastSignificantBits()).toString();
    }

    public static UUID uninverted(String marker) {
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
