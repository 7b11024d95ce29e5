package org.summertrip.users.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * A refresh token: the session that it belongs to and 256 random bits, of which only the digest is stored.
 *
 * @param sessionId which family
 * @param secret which member
 */
record RefreshToken(UUID sessionId, String secret) {
    private static final int SECRET_BYTES = 32;

    static RefreshToken fresh(UUID sessionId, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new RefreshToken(
                sessionId, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    static Optional<RefreshToken> parse(String text) {
        int dot = text.indexOf('.');
        try {
            return dot < 0
                    ? Optional.empty()
                    : Optional.of(new RefreshToken(UUID.fromString(text.substring(0, dot)), text.substring(dot + 1)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    String text() {
        return sessionId + "." + secret;
    }

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
