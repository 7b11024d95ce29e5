package org.summertrip.gateway.auth;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.summertrip.kit.identity.VerifiedToken;

/**
 * Who asks, as far as it was looked at.
 *
 * @param token what the token says; empty if there is none, a bad one, or none is needed
 * @param failure why the token is not good, if there is one
 */
public record Identity(Optional<VerifiedToken> token, Optional<Throwable> failure) {
    private static final String KEY = Identity.class.getName();
    private static final Identity NOBODY = new Identity(Optional.empty(), Optional.empty());

    static Identity of(VerifiedToken token) {
        return new Identity(Optional.of(token), Optional.empty());
    }

    static Identity failed(Throwable failure) {
        return new Identity(Optional.empty(), Optional.of(failure));
    }

    public static Identity of(RoutingContext context) {
        Identity known = context.get(KEY);
        return known == null ? NOBODY : known;
    }

    void attachTo(RoutingContext context) {
        context.put(KEY, this);
    }
}
