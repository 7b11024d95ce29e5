package org.summertrip.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.secret.Seal;

/**
 * Runs a creating request at most once per key. Only successes are remembered: a refused or failed attempt changed nothing,
 * so the same key may try again. Without a key the action just runs; with a key and Redis down the answer is 503, because
 * a client that names its attempt would rather wait than create twice.
 */
@Singleton
public class Idempotency {
    /** The name of the header that carries the key. */
    public static final String HEADER = "Idempotency-Key";
    /** The longest key that is accepted. */
    public static final int LONGEST_KEY = 128;

    private static final Duration REMEMBERED = Duration.ofHours(24);
    /** An attempt whose process died is in flight no longer than this. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final ReactiveValueCommands<String, String> values;
    private final ReactiveRedisDataSource redis;
    private final ObjectMapper mapper;
    private final Seal seal;

    public Idempotency(ReactiveRedisDataSource redis, ObjectMapper mapper, Seal seal) {
        this.redis = redis;
        this.values = redis.value(String.class, String.class);
        this.mapper = mapper;
        this.seal = seal;
    }

    /**
     * Runs {@code action}, or replays the answer it gave to the same attempt before.
     *
     * @param key the client's key, or null
     * @param callerId whose attempt it is, null for anonymous
     * @param route method and path template
     * @param body the parsed body; equal bodies are equal attempts whatever their white space
     */
    public Uni<Response> once(String key, UUID callerId, String route, Object body, Supplier<Uni<Response>> action) {
        if (key == null) {
            return action.get();
        }
        String fingerprint = fingerprint(write(body).getBytes(StandardCharsets.UTF_8));
        return once(new Attempt(key, callerId, route, fingerprint), action);
    }

    /** What tells bodies apart. Keyed, because bodies hold passwords and their plain digest could be guessed at. */
    public String fingerprint(byte[] body) {
        return HexFormat.of().formatHex(seal.digest("idempotency", body));
    }

    /** The same for bodies that are known by a fingerprint of their own, such as the digest of a stream. */
    public Uni<Response> once(Attempt attempt, Supplier<Uni<Response>> action) {
        if (attempt.key() == null) {
            return action.get();
        }
        String mine = write(Outcome.inFlight(attempt.fingerprint()));
        return redis.execute("SET", storeKey(attempt), mine, "NX", "EX", String.valueOf(LEASE.toSeconds()))
                .flatMap(set -> set != null ? run(attempt, action) : replay(attempt));
    }

    /** Where the outcome is kept; the client's key is digested since clients choose it freely. */
    private String storeKey(Attempt attempt) {
        String owner = attempt.callerId() == null
                ? "anonymous:" + attempt.fingerprint()
                : attempt.callerId().toString();
        String name = fingerprint(attempt.key().getBytes(StandardCharsets.UTF_8));
        return "idem:" + owner + ":" + attempt.route().replace(' ', '_') + ":" + name;
    }

    private Uni<Response> run(Attempt attempt, Supplier<Uni<Response>> action) {
        return Uni.createFrom()
                .deferred(action::get)
                .onFailure()
                .call(failure -> forget(attempt))
                .call(response -> remember(attempt, response));
    }

    private Uni<Void> remember(Attempt attempt, Response response) {
        if (response.getStatus() >= 300) {
            return forget(attempt);
        }
        Map<String, String> headers = new HashMap<>();
        response.getStringHeaders().forEach((name, value) -> headers.put(name, value.get(0)));
        Outcome outcome = new Outcome(
                attempt.fingerprint(), response.getStatus(), headers, mapper.valueToTree(response.getEntity()));
        return values.setex(storeKey(attempt), REMEMBERED.toSeconds(), write(outcome));
    }

    private Uni<Void> forget(Attempt attempt) {
        return redis.key().del(storeKey(attempt)).onFailure().recoverWithItem(0).replaceWithVoid();
    }

    private Uni<Response> replay(Attempt attempt) {
        return values.get(storeKey(attempt)).map(stored -> {
            Outcome before = stored == null ? Outcome.inFlight(attempt.fingerprint()) : read(stored);
            if (!before.fingerprint().equals(attempt.fingerprint())) {
                throw new ProblemException(CommonError.IDEMPOTENCY_KEY_REUSED);
            }
            if (!before.done()) {
                throw new ProblemException(CommonError.IDEMPOTENCY_IN_FLIGHT);
            }
            Response.ResponseBuilder response = Response.status(before.status());
            before.headers().forEach(response::header);
            return response.type(MediaType.APPLICATION_JSON)
                    .header("Idempotent-Replayed", "true")
                    .entity(before.body())
                    .build();
        });
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what came in as JSON goes out as JSON", impossible);
        }
    }

    private Outcome read(String stored) {
        try {
            return mapper.readValue(stored, Outcome.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("an outcome that this service did not write", foreign);
        }
    }
}
