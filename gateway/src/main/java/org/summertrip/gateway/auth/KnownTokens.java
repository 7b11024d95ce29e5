package org.summertrip.gateway.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.summertrip.kit.identity.IdentityConfig;
import org.summertrip.kit.identity.TokenVerifier;
import org.summertrip.kit.identity.VerifiedToken;

/**
 * Tokens that were found good a moment ago. Checking a signature costs more than forwarding a small request, and a client sends the
 * same token for a quarter of an hour. Bad tokens are not remembered. A key that its issuer withdraws stops working as late as
 * everywhere: after the time in which keys are fetched again, and again as long here at most.
 */
@Singleton
public class KnownTokens {
    private static final int AS_MANY = 20_000;

    private final TokenVerifier verifier;
    private final IdentityConfig config;
    private final Clock clock;
    private final Cache<String, VerifiedToken> known;

    public KnownTokens(TokenVerifier verifier, IdentityConfig config, Clock clock) {
        this.verifier = verifier;
        this.config = config;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(AS_MANY)
                .expireAfterWrite(config.refresh())
                .build();
    }

    /** Fails like {@link TokenVerifier#verify}. */
    public Uni<VerifiedToken> verify(String token) {
        VerifiedToken present = known.getIfPresent(token);
        if (present != null && clock.instant().minus(config.clockSkew()).isBefore(present.expiresAt())) {
            return Uni.createFrom().item(present);
        }
        return verifier.verify(token).invoke(good -> known.put(token, good));
    }
}
