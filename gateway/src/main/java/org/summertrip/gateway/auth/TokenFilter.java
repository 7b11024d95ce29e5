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
import org.summertrip.kit.problem.CommonError;

/**
 * Lets a request pass with a good token, or without any where the contract says so. A token on such an open operation is not looked
 * at: an expired one must not keep anybody from signing in again.
 */
@Singleton
public class TokenFilter {
    private final KnownTokens tokens;
    private final Refusals refusals;

    public TokenFilter(KnownTokens tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::identify, FilterOrder.IDENTIFY.priority());
        filters.register(this::authenticate, FilterOrder.AUTHENTICATE.priority());
    }

    private void identify(RoutingContext context) {
        if (isOpen(context)) {
            context.next();
            return;
        }
        Optional<String> token;
        try {
            token = BearerAuthentication.tokenOf(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        } catch (AuthenticationFailedException notBearer) {
            goOn(context, Identity.failed(notBearer));
            return;
        }
        token.ifPresentOrElse(present -> verify(context, present), context::next);
    }

    /** Keys may arrive on the thread of whoever asked for them first; each request goes on where it began. */
    private void verify(RoutingContext context, String token) {
        Context own = Vertx.currentContext();
        Uni.createFrom()
                .deferred(() -> tokens.verify(token))
                .emitOn(step -> {
                    if (own == null || own == Vertx.currentContext()) {
                        step.run();
                    } else {
                        own.runOnContext(ignored -> step.run());
                    }
                })
                .subscribe()
                .with(good -> goOn(context, Identity.of(good)), failure -> goOn(context, Identity.failed(failure)));
    }

    private static void goOn(RoutingContext context, Identity identity) {
        identity.attachTo(context);
        context.next();
    }

    private void authenticate(RoutingContext context) {
        Identity identity = Identity.of(context);
        if (isOpen(context) || identity.token().isPresent()) {
            context.next();
        } else if (identity.failure().isPresent()) {
            refusals.send(context, identity.failure().get());
        } else {
            refusals.send(context, CommonError.UNAUTHENTICATED, null);
        }
    }

    private static boolean isOpen(RoutingContext context) {
        return ServedPath.of(context)
                .map(served -> served.operation(context.request().method())
                        .filter(Operation::anonymous)
                        .isPresent())
                .orElse(true);
    }
}
