package org.summertrip.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.summertrip.gateway.ClientAddress;
import org.summertrip.gateway.FilterOrder;
import org.summertrip.gateway.Network;
import org.summertrip.gateway.Refusals;
import org.summertrip.gateway.auth.Identity;
import org.summertrip.gateway.route.ServedPath;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.identity.VerifiedToken;
import org.summertrip.kit.problem.ProblemException;

/** Counts every request, tells on every answer what is left, and refuses with 429 what is too much. */
@Singleton
public class LimitFilter {
    private static final int AS_MANY = 20_000;

    private final Limiter limiter;
    private final LimitConfig config;
    private final ClientAddress clients;
    private final Refusals refusals;
    private final List<Network> exempt;
    /** Of addresses seen lately: reading one takes longer than counting it. */
    private final Cache<String, Optional<String>> households =
            Caffeine.newBuilder().maximumSize(AS_MANY).build();

    public LimitFilter(Limiter limiter, LimitConfig config, ClientAddress clients, Refusals refusals) {
        this.limiter = limiter;
        this.config = config;
        this.clients = clients;
        this.refusals = refusals;
        this.exempt = config.exemptNetworks().orElse(List.of());
    }

    void register(@Observes Filters filters) {
        if (config.enabled()) {
            filters.register(this::limit, FilterOrder.LIMIT.priority());
        }
    }

    private void limit(RoutingContext context) {
        List<Charge> charges = charges(context);
        limiter.take(charges).onSuccess(balances -> {
            RateLimitFields.write(balances, context.response().headers());
            // There is one at least: that of the address concerns everybody.
            Balance scarcest = Collections.max(balances, Comparator.comparingLong(Balance::waitMicros));
            if (scarcest.refused()) {
                refuse(context, scarcest);
            } else {
                chargeForUnannouncedBytes(context, charges);
                context.next();
            }
        });
    }

    private void refuse(RoutingContext context, Balance refused) {
        limiter.count(refused);
        String policy = refused.charge().policy().code();
        Duration wait = Duration.of(refused.waitMicros(), ChronoUnit.MICROS);
        refusals.send(context, ProblemException.tooManyRequests("The limit \"" + policy + "\" is used up", wait));
    }

    private List<Charge> charges(RoutingContext context) {
        HttpServerRequest request = context.request();
        String shape = ServedPath.of(context).map(ServedPath::shape).orElse("");
        boolean searches = request.query() != null && request.params().contains("q");
        Asked asked = new Asked(request.method().name(), shape, searches);
        Optional<VerifiedToken> token = Identity.of(context).token();
        List<Charge> charges = new ArrayList<>();
        for (LimitPolicy policy : LimitPolicy.values()) {
            if (policy.appliesTo(asked) && concerns(policy, token)) {
                long cost = policy.countsBytes() ? Math.max(1, announced(request)) : 1;
                charges.add(new Charge(policy, policy.quota(config), key(policy, request, token), cost));
            }
        }
        return charges;
    }

    private static boolean concerns(LimitPolicy policy, Optional<VerifiedToken> token) {
        boolean service =
                token.filter(known -> known.roles().contains(Roles.SERVICE)).isPresent();
        return switch (policy.subject()) {
            case ADDRESS -> true;
            case PERSON -> token.isPresent() && !service;
            case SERVICE -> service;
        };
    }

    private String key(LimitPolicy policy, HttpServerRequest request, Optional<VerifiedToken> token) {
        if (policy.subject() != LimitPolicy.Subject.ADDRESS) {
            return token.orElseThrow().subject().toString();
        }
        return households.get(clients.of(request), this::household).orElse(null);
    }

    /** Who counts as one; nobody in an exempt network. */
    private Optional<String> household(String address) {
        boolean spared = exempt.stream().anyMatch(network -> network.contains(address));
        return spared ? Optional.empty() : Optional.of(Network.household(address));
    }

    /** What is sent in chunks is charged for when it has passed; until then it counts as one byte. */
    private void chargeForUnannouncedBytes(RoutingContext context, List<Charge> charges) {
        HttpServerRequest request = context.request();
        if (announced(request) > 0 || request.isEnded()) {
            return;
        }
        charges.stream()
                .filter(charge -> charge.policy().countsBytes())
                .forEach(charge -> context.addEndHandler(ended -> {
                    long more = request.bytesRead() - charge.cost();
                    limiter.debit(new Charge(charge.policy(), charge.quota(), charge.key(), more));
                }));
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length.strip());
    }
}
