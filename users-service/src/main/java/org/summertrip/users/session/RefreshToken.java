package org.summertrip.users.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A refresh token: the session that it belongs to and 256 random bits, of which only the digest is stored.
 *
 * @param sessionId which family
 * @param secret which member
 * @param text as the client has it
 * @param ours whether we made it: one that is ours and not the session's present one has been spent
 */
record RefreshToken(UUID sessionId, String secret, String text, boolean ours) {
    /** A plain digest is enough: nobody guesses 256 random bits. */
    String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "RefreshToken[" + sessionId + "]";
    }
}
