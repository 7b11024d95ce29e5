package org.summertrip.kit.identity;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import java.security.Key;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.summertrip.kit.problem.ProblemException;

/** Keys fetched from {@code jwks-url}, kept in memory, one fetch at a time however many requests wait for it. */
@Singleton
@DefaultBean
public class RemoteKeys implements VerificationKeys {
    private static final Logger LOG = Logger.getLogger(RemoteKeys.class);

    /** An unknown key id makes us ask again, but not more often than this: ids in tokens are the caller's to choose. */
    private static final Duration UNKNOWN_KEY_PAUSE = Duration.ofSeconds(5);

    private final IdentityConfig config;
    private final HttpClient client;
    private final Clock clock;
    private final AtomicReference<Fetched> known = new AtomicReference<>(new Fetched(Map.of(), Instant.EPOCH));
    private final AtomicReference<Uni<Fetched>> underWay = new AtomicReference<>();

    public RemoteKeys(IdentityConfig config, Vertx vertx, Clock clock) {
        this.config = config;
        this.client = vertx.createHttpClient();
        this.clock = clock;
    }

    @Override
    public Uni<Optional<PublicKey>> find(String keyId) {
        Fetched present = known.get();
        Duration age = Duration.between(present.at(), clock.instant());
        PublicKey key = present.keys().get(keyId);
        if (key != null && age.compareTo(config.refresh()) < 0) {
            return Uni.createFrom().item(Optional.of(key));
        }
        if (key == null && age.compareTo(UNKNOWN_KEY_PAUSE) < 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        Context caller = io.vertx.core.Vertx.currentContext();
        return fetchOnce()
                .emitOn(task -> backOn(caller, task))
                .onFailure()
                .recoverWithUni(failure -> believeStale(present, age, failure))
                .map(fetched -> Optional.ofNullable(fetched.keys().get(keyId)));
    }

    /** A fetch is shared by many requests; each has to go on in its own context, where its identity is kept. */
    private static void backOn(Context caller, Runnable task) {
        if (caller == null) {
            task.run();
        } else {
            caller.runOnContext(ignored -> task.run());
        }
    }

    private Uni<Fetched> fetchOnce() {
        Uni<Fetched> mine = fetch().onTermination()
                .invoke(() -> underWay.set(null))
                .memoize()
                .indefinitely();
        Uni<Fetched> theirs = underWay.compareAndExchange(null, mine);
        return theirs == null ? mine : theirs;
    }

    private Uni<Fetched> fetch() {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(config.jwksUrl().toString())
                .setTimeout(config.timeout().toMillis())
                // A request without any header breaks Quarkus' tracing of it.
                .putHeader("Accept", "application/json");
        return client.request(request)
                .flatMap(io.vertx.mutiny.core.http.HttpClientRequest::send)
                .flatMap(this::body)
                .map(this::parse)
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .invoke(known::set);
    }

    private Uni<String> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("the key endpoint answered " + response.statusCode()));
        }
        return response.body().map(Object::toString);
    }

    private Fetched parse(String json) {
        Map<String, PublicKey> keys = new HashMap<>();
        try {
            for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
                Key material = key instanceof PublicJsonWebKey pair ? pair.getPublicKey() : null;
                if (key.getKeyId() != null && material instanceof PublicKey publicKey) {
                    keys.put(key.getKeyId(), publicKey);
                }
            }
        } catch (JoseException unreadable) {
            throw new IllegalStateException("the key endpoint did not answer with a JWK set", unreadable);
        }
        return new Fetched(Map.copyOf(keys), clock.instant());
    }

    private Uni<Fetched> believeStale(Fetched present, Duration age, Throwable failure) {
        LOG.warnf("keys cannot be fetched url=%s ageSeconds=%d cause=%s", config.jwksUrl(), age.toSeconds(), failure);
        if (present.keys().isEmpty() || age.compareTo(config.maxStale()) > 0) {
            return Uni.createFrom()
                    .failure(ProblemException.unavailable(
                            "Tokens cannot be verified at the moment", Duration.ofSeconds(2), failure));
        }
        return Uni.createFrom().item(present);
    }

    private record Fetched(Map<String, PublicKey> keys, Instant at) {}
}
