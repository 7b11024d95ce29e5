package org.summertrip.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/**
 * Decides whether a token is good: signature by a key of the issuer with an asymmetric algorithm, issuer, audience, not
 * expired, a UUID as subject. Everything else fails with {@link AuthenticationFailedException}, which says no more than that.
 */
@Singleton
public class TokenVerifier {
    private static final int LONGEST_TOKEN = 8 * 1024;

    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256);

    private final VerificationKeys keys;
    private final IdentityConfig config;

    public TokenVerifier(VerificationKeys keys, IdentityConfig config) {
        this.keys = keys;
        this.config = config;
    }

    public Uni<VerifiedToken> verify(String token) {
        String keyId;
        try {
            keyId = token.length() > LONGEST_TOKEN
                    ? null
                    : JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue();
        } catch (JoseException malformed) {
            keyId = null;
        }
        if (keyId == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return keys.find(keyId)
                .map(key -> claims(token, key.orElseThrow(AuthenticationFailedException::new)))
                .map(TokenVerifier::read);
    }

    private JwtClaims claims(String token, PublicKey key) {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setExpectedIssuer(config.issuer())
                .setExpectedAudience(config.audience())
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds((int) config.clockSkew().toSeconds())
                .build();
        try {
            return consumer.processToClaims(token);
        } catch (InvalidJwtException rejected) {
            throw new AuthenticationFailedException(rejected);
        }
    }

    private static VerifiedToken read(JwtClaims claims) {
        try {
            String session = claims.getStringClaimValue("sid");
            List<String> roles = claims.hasClaim("groups") ? claims.getStringListClaimValue("groups") : List.of();
            return new VerifiedToken(
                    UUID.fromString(claims.getSubject()),
                    Set.copyOf(roles),
                    session == null ? null : UUID.fromString(session),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (MalformedClaimException | IllegalArgumentException malformed) {
            throw new AuthenticationFailedException(malformed);
        }
    }
}
