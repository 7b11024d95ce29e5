package org.summertrip.files.membership;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.hash.ReactiveHashCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;

/**
 * A hash per group, a field per person: {@code +} or {@code -} and the millisecond of the latest fact. Events may come twice and
 * out of order; the latest fact wins, and of two in one millisecond the one that shuts out. A group that has ended keeps one
 * field that outweighs all others, so that a belated joining opens nothing.
 */
@ApplicationScoped
public class MembershipStore {
    private static final String ENDED = "ended";
    /** Beyond, Redis counts as down: 503. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String RECORD = """
            local known = redis.call('HGET', KEYS[1], ARGV[1])
            if known then
              local at = tonumber(string.sub(known, 2))
              local now = tonumber(ARGV[3])
              if at > now or (at == now and string.sub(known, 1, 1) == '-') then return 0 end
            end
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ARGV[3])
            return 1
            """;

    private final ReactiveRedisDataSource redis;
    private final ReactiveHashCommands<String, String, String> hashes;

    MembershipStore(ReactiveRedisDataSource redis) {
        this.redis = redis;
        this.hashes = redis.hash(String.class, String.class, String.class);
    }

    /** Whether somebody is in a group now, as far as is known. */
    public Uni<Boolean> isMember(UUID groupId, UUID userId) {
        return hashes.hmget(key(groupId), userId.toString(), ENDED)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(facts -> facts.get(ENDED) == null && isIn(facts.get(userId.toString())));
    }

    /** Fails with 404 unless somebody may share with this group; no group is nobody's business. */
    public Uni<Void> mustBeMember(UUID groupId, UUID userId) {
        if (groupId == null) {
            return Uni.createFrom().voidItem();
        }
        return isMember(groupId, userId)
                .flatMap(member ->
                        member ? Uni.createFrom().voidItem() : Uni.createFrom().failure(ProblemException.notFound()));
    }

    private static boolean isIn(String fact) {
        return fact != null && fact.startsWith("+");
    }

    Uni<Void> joined(UUID groupId, UUID userId, Instant at) {
        return record(groupId, userId, "+", at);
    }

    Uni<Void> left(UUID groupId, UUID userId, Instant at) {
        return record(groupId, userId, "-", at);
    }

    private Uni<Void> record(UUID groupId, UUID userId, String state, Instant at) {
        List<String> arguments =
                List.of(RECORD, "1", key(groupId), userId.toString(), state, String.valueOf(at.toEpochMilli()));
        return redis.execute("EVAL", arguments.toArray(String[]::new))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWithVoid();
    }

    Uni<Void> ended(UUID groupId) {
        return hashes.hset(key(groupId), ENDED, "1")
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWithVoid();
    }

    private static String key(UUID groupId) {
        return "files:members:" + groupId;
    }
}
