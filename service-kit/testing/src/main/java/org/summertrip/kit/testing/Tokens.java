package org.summertrip.kit.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.summertrip.kit.identity.Roles;

/** Access tokens, good ones and bad ones. */
public final class Tokens {
    private static final String ISSUER = "https://summer-trip.local";
    private static final String AUDIENCE = "summer-trip";
    private static final long LIFETIME_SECONDS = 3600;
    private static final EllipticCurveJsonWebKey KEY = key("test-key");
    private static final EllipticCurveJsonWebKey STRANGERS_KEY = key("test-key");
    /** Signing costs milliseconds, and nobody signs in anew for each request. They are good for longer than any tests run. */
    private static final Map<List<Object>, String> ISSUED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A good token of an ordinary user. */
    public static String user(UUID id) {
        return issued(id, List.of(Roles.USER));
    }

    /** A good token that will not be for long. */
    public static String user(UUID id, int seconds) {
        return token(id, List.of(Roles.USER), ISSUER, seconds, KEY);
    }

    /** A good token that came from a certain sign-in. */
    public static String user(UUID id, UUID signIn) {
        return token(id, List.of(Roles.USER), ISSUER, LIFETIME_SECONDS, KEY, signIn);
    }

    /** A good token of somebody who runs the product. */
    public static String admin(UUID id) {
        return issued(id, List.of(Roles.USER, Roles.ADMIN));
    }

    /** A good token of another service. */
    public static String service() {
        return token(UUID.randomUUID(), List.of(Roles.SERVICE), ISSUER, LIFETIME_SECONDS, KEY);
    }

    /** A token that was good an hour ago. */
    public static String expired(UUID id) {
        return token(id, List.of(Roles.USER), ISSUER, -LIFETIME_SECONDS, KEY);
    }

    /** A token that claims our key's id but was signed by somebody else. */
    public static String foreign(UUID id) {
        return token(id, List.of(Roles.USER), ISSUER, LIFETIME_SECONDS, STRANGERS_KEY);
    }

    /** A token signed by our key for another issuer. */
    public static String ofOtherIssuer(UUID id) {
        return token(id, List.of(Roles.USER), "https://elsewhere.example", LIFETIME_SECONDS, KEY);
    }

    /** The key pair as a JWK set with private parts, as users-service takes it. */
    public static String signingKeys() {
        return new JsonWebKeySet(KEY).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    static String publicKeys() {
        return new JsonWebKeySet(KEY).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static String issued(UUID subject, List<String> roles) {
        return ISSUED.computeIfAbsent(
                List.of(subject, roles), who -> token(subject, roles, ISSUER, LIFETIME_SECONDS, KEY));
    }

    private static String token(
            UUID subject, List<String> roles, String issuer, long seconds, EllipticCurveJsonWebKey key) {
        return token(subject, roles, issuer, seconds, key, null);
    }

    private static String token(
            UUID subject, List<String> roles, String issuer, long seconds, EllipticCurveJsonWebKey key, UUID signIn) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject.toString());
        claims.setStringListClaim("groups", roles);
        claims.setIssuedAt(NumericDate.now());
        claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() + seconds));
        if (signIn != null) {
            claims.setStringClaim("sid", signIn.toString());
        }
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static EllipticCurveJsonWebKey key(String id) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
