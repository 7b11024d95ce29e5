package org.summertrip.kit.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What a token says once its signature, issuer, audience and times have been found good. */
public record VerifiedToken(UUID subject, Set<String> roles, UUID sessionId, Instant expiresAt) {
    /** Where {@link io.quarkus.security.identity.SecurityIdentity} carries it. */
    public static final String ATTRIBUTE = "summer-trip.token";

    public VerifiedToken {
        roles = Set.copyOf(roles);
    }
}
