package org.summertrip.gateway.auth;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.summertrip.gateway.FilterOrder;
import org.summertrip.gateway.Refusals;
import org.summertrip.gateway.contract.Operation;
import org.summertrip.gateway.route.ServedPath;
import org.summertrip.kit.identity.BearerAuthentication;
import org.summertrip.kit.identity.TokenVerifier;
import org.summertrip.kit.problem.CommonError;

/**
 * Lets a request to a service pass with a good token, or without any where the contract says so. A token on such an open
 * operation is not looked at: an expired one must not keep anybody from signing in again.
 */
@Singleton
public class TokenFilter {
    private final TokenVerifier verifier;
    private final Refusals refusals;

    public TokenFilter(TokenVerifier verifier, Refusals refusals) {
        this.verifier = verifier;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::authenticate, FilterOrder.AUTHENTICATE.priority());
    }

    private void authenticate(RoutingContext context) {
        boolean open = ServedPath.of(context)
                .map(served -> served.operation(context.request().method())
                        .filter(Operation::anonymous)
                        .isPresent())
                .orElse(true);
        if (open) {
            context.next();
        } else {
            demandToken(context);
        }
    }

    private void demandToken(RoutingContext context) {
        Optional<String> token;
        try {
            token = BearerAuthentication.tokenOf(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        } catch (AuthenticationFailedException notBearer) {
            refusals.send(context, notBearer);
            return;
        }
        if (token.isEmpty()) {
            refusals.send(context, CommonError.UNAUTHENTICATED, null);
            return;
        }
        verify(context, token.get());
    }

    /** Keys may arrive on the thread of whoever asked for them first; each request goes on where it began. */
    private void verify(RoutingContext context, String token) {
        Context own = Vertx.currentContext();
        Uni.createFrom()
                .deferred(() -> verifier.verify(token))
                .emitOn(step -> {
                    if (own == null || own == Vertx.currentContext()) {
                        step.run();
                    } else {
                        own.runOnContext(ignored -> step.run());
                    }
                })
                .subscribe()
                .with(good -> context.next(), failure -> refusals.send(context, failure));
    }
}
