package org.summertrip.users.session;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.identity.IdentityConfig;
import org.summertrip.kit.identity.Roles;
import org.summertrip.users.user.User;

/** Issues access tokens: ES256, the user id as subject, the session as {@code sid}, roles in {@code groups}. No e-mail. */
@Singleton
public class AccessTokens {
    private final SigningKeys keys;
    private final SessionConfig config;
    private final IdentityConfig identity;
    private final Set<String> admins;
    private final Ids ids;
    private final Clock clock;

    public AccessTokens(SigningKeys keys, SessionConfig config, IdentityConfig identity, Ids ids, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.identity = identity;
        this.admins = config.adminEmails().orElse(Set.of()).stream()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.ids = ids;
        this.clock = clock;
    }

    String issue(User user, UUID sessionId) {
        JwtClaims claims = claims(user.id(), rolesOf(user));
        claims.setStringClaim("sid", sessionId.toString());
        return sign(claims);
    }

    /** For a program: its subject is made of its name, so that it is the same each time. */
    String issueToService(String clientId) {
        UUID subject = UUID.nameUUIDFromBytes(("client " + clientId).getBytes(StandardCharsets.UTF_8));
        JwtClaims claims = claims(subject, List.of(Roles.SERVICE));
        claims.setStringClaim("client_id", clientId);
        return sign(claims);
    }

    long lifetimeSeconds() {
        return config.accessTokenLifetime().toSeconds();
    }

    private JwtClaims claims(UUID subject, List<String> roles) {
        long now = clock.instant().getEpochSecond();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(identity.issuer());
        claims.setAudience(identity.audience());
        claims.setSubject(subject.toString());
        claims.setJwtId(ids.next().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + lifetimeSeconds()));
        claims.setStringListClaim("groups", roles);
        return claims;
    }

    private List<String> rolesOf(User user) {
        return admins.contains(user.email()) ? List.of(Roles.USER, Roles.ADMIN) : List.of(Roles.USER);
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(keys.activeId());
        signature.setKey(keys.active());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("the key was checked at start", impossible);
        }
    }
}
