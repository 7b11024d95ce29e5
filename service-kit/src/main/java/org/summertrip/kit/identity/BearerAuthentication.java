package org.summertrip.kit.identity;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** {@code Authorization: Bearer <JWT>} and nothing else. */
@Singleton
public class BearerAuthentication implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer";

    private final TokenVerifier verifier;

    public BearerAuthentication(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /** The token of an {@code Authorization} header; empty when there is no header, fails when it is not a bearer token. */
    public static Optional<String> tokenOf(String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        String token = authorization.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1)
                ? authorization.substring(SCHEME.length() + 1).strip()
                : "";
        if (token.isEmpty()) {
            throw new AuthenticationFailedException();
        }
        return Optional.of(token);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        try {
            return tokenOf(context.request().getHeader(HttpHeaderNames.AUTHORIZATION))
                    .map(token -> verifier.verify(token).map(BearerAuthentication::identity))
                    .orElseGet(() -> Uni.createFrom().nullItem());
        } catch (AuthenticationFailedException rejected) {
            return Uni.createFrom().failure(rejected);
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(new ChallengeData(
                        HttpResponseStatus.UNAUTHORIZED.code(), HttpHeaderNames.WWW_AUTHENTICATE, SCHEME));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    private static SecurityIdentity identity(VerifiedToken token) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(token.subject().toString()))
                .addRoles(token.roles())
                .addAttribute(VerifiedToken.ATTRIBUTE, token)
                .build();
    }
}
