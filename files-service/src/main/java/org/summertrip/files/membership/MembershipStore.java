package org.summertrip.files.membership;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.hash.ReactiveHashCommands;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.summertrip.files.erased.ErasedPeople;
import org.summertrip.kit.problem.ProblemException;

/**
 * Beside a set of groups per person, a hash per group, a field per person: {@code +} or {@code -} and the millisecond of the latest fact. Events may come twice and
 * out of order; the latest fact wins, and of two in one millisecond the one that shuts out. A group that has ended keeps one
 * field that outweighs all others, so that a belated joining opens nothing.
 */
@ApplicationScoped
public class MembershipStore {
    private static final String ENDED = "ended";
    /** Beyond, Redis counts as down: 503. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String RECORD = """
            if redis.call('EXISTS', KEYS[3]) == 1 then return 0 end
            redis.call('SADD', KEYS[2], ARGV[4])
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
    private final ErasedPeople erased;

    MembershipStore(ReactiveRedisDataSource redis, ErasedPeople erased) {
        this.redis = redis;
        this.erased = erased;
        this.hashes = redis.hash(String.class, String.class, String.class);
    }

    /** Whether somebody is in a group now, as far as is known. */
    public Uni<Boolean> isMember(UUID groupId, UUID userId) {
        return within(hashes.hmget(key(groupId), userId.toString(), ENDED))
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
        List<String> arguments = List.of(
                RECORD,
                "3",
                key(groupId),
                groups(userId),
                erased.key(userId),
                userId.toString(),
                state,
                String.valueOf(at.toEpochMilli()),
                groupId.toString());
        return within(redis.execute("EVAL", arguments.toArray(String[]::new))).replaceWithVoid();
    }

    /** The groups that somebody is in now. */
    public Uni<List<UUID>> groupsOf(UUID userId) {
        return known(userId)
                .flatMap(groups -> Multi.createFrom()
                        .iterable(groups)
                        .onItem()
                        .transformToUniAndConcatenate(group -> isMember(group, userId)
                                .map(member -> member ? Optional.of(group) : Optional.<UUID>empty()))
                        .filter(Optional::isPresent)
                        .map(Optional::get)
                        .collect()
                        .asList());
    }

    /** Removes everything that is known of somebody, and answers in how many groups that was. */
    public Uni<Integer> forget(UUID userId) {
        return known(userId)
                .flatMap(groups -> Multi.createFrom()
                        .iterable(groups)
                        .onItem()
                        .transformToUniAndConcatenate(group -> within(hashes.hdel(key(group), userId.toString())))
                        .collect()
                        .asList()
                        .flatMap(removed -> within(redis.key().del(groups(userId))))
                        .replaceWith(groups.size()));
    }

    /** The groups that anything is known of in connection with somebody. */
    private Uni<Set<UUID>> known(UUID userId) {
        return within(redis.set(String.class, String.class).smembers(groups(userId)))
                .map(groups -> groups.stream().map(UUID::fromString).collect(Collectors.toSet()));
    }

    Uni<Void> ended(UUID groupId) {
        return within(hashes.hset(key(groupId), ENDED, "1")).replaceWithVoid();
    }

    private static <T> Uni<T> within(Uni<T> command) {
        return command.ifNoItem().after(PATIENCE).fail();
    }

    private static String key(UUID groupId) {
        return "files:members:" + groupId;
    }

    private static String groups(UUID userId) {
        return "files:groups:" + userId;
    }
}
