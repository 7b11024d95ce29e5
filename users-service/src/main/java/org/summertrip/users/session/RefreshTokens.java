package org.summertrip.users.session;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.secret.Seal;

/**
 * Makes and reads refresh tokens: {@code <session>.<secret>.<mark>}. The mark is a keyed digest of the rest. It tells a spent
 * token from an invented one without a list of all that ever were, which would grow for as long as the session lives; and
 * whoever merely knows a session's id cannot end it by inventing one.
 */
@Singleton
public class RefreshTokens {
    private static final int SECRET_BYTES = 32;
    private static final int MARK_BYTES = 16;

    private final Seal seal;
    private final SecureRandom random = new SecureRandom();

    public RefreshTokens(Seal seal) {
        this.seal = seal;
    }

    RefreshToken fresh(UUID sessionId) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String start = sessionId + "." + base64(secret);
        return new RefreshToken(sessionId, base64(secret), start + "." + mark(start), true);
    }

    Optional<RefreshToken> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            UUID sessionId = UUID.fromString(parts[0]);
            byte[] expected = mark(parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
            boolean ours = MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8));
            return Optional.of(new RefreshToken(sessionId, parts[1], text, ours));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private String mark(String start) {
        byte[] digest = seal.digest("refresh token", start.getBytes(StandardCharsets.UTF_8));
        return base64(Arrays.copyOf(digest, MARK_BYTES));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
