package org.summertrip.files.image;

/** A small picture. */
record Thumbnail(byte[] bytes) {
    /** What it is can be seen from its first byte. */
    String contentType() {
        return bytes.length > 0 && bytes[0] == (byte) 0x89 ? "image/png" : "image/jpeg";
    }
}
