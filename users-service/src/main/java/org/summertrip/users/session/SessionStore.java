package org.summertrip.users.session;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.summertrip.kit.id.Ids;

/**
 * Sessions in Redis: {@code session:<id>} is a hash of user, times, the digest of the refresh token that is good now
 * ({@code current}); {@code sessions:<user>} lists somebody's, the oldest
 * first. Each step is one script and so atomic: of two refreshes with one token, one wins and the other is reuse. Of an ended
 * session a digest of the owner stays for a day, so that ending it again is told from ending a stranger's, and {@code
 * session:revoked:<id>} for as long as an access token of it may be about: the gateway closes sockets by it.
 */
@Singleton
public class SessionStore {
    /** What everybody else is told of a session that has ended: a key to ask for, and a word to those who listen. */
    private static final String REVOKE = """
            local function revoke(id, millis)
                redis.call('SET', 'session:revoked:' .. id, 1, 'PX', millis)
                redis.call('PUBLISH', 'revoked', 'session:' .. id)
            end
            """;

    private static final String OPEN = REVOKE + """
            redis.call('HSET', KEYS[1], 'user', ARGV[1], 'current', ARGV[2], 'createdAt', ARGV[3], 'lastUsedAt', ARGV[3],
                'userAgent', ARGV[5])
            redis.call('EXPIRE', KEYS[1], ARGV[4])
            redis.call('ZADD', KEYS[2], ARGV[6], ARGV[7])
            redis.call('EXPIRE', KEYS[2], ARGV[4])
            while redis.call('ZCARD', KEYS[2]) > tonumber(ARGV[8]) do
                local surplus = redis.call('ZPOPMIN', KEYS[2])[1]
                redis.call('DEL', 'session:' .. surplus)
                revoke(surplus, ARGV[9])
            end
            return 1""";

    /** Answers the user; false for a token that never was; ends the session when a spent token comes back (RFC 9700). */
    private static final String ROTATE = REVOKE + """
            local current = redis.call('HGET', KEYS[1], 'current')
            if not current then return false end
            local user = redis.call('HGET', KEYS[1], 'user')
            if current == ARGV[1] then
                redis.call('HSET', KEYS[1], 'current', ARGV[2], 'lastUsedAt', ARGV[3])
                redis.call('EXPIRE', KEYS[1], ARGV[4])
                redis.call('EXPIRE', 'sessions:' .. user, ARGV[4])
                return user
            end
            if ARGV[7] == 'ours' then
                redis.call('DEL', KEYS[1])
                redis.call('ZREM', 'sessions:' .. user, ARGV[5])
                revoke(ARGV[5], ARGV[6])
            end
            return false""";

    /** Answers 1 when the session is this user's and has ended, now or before; 0 when it is not theirs. */
    private static final String END = REVOKE + """
            local owner = redis.sha1hex(ARGV[1])
            if redis.call('HGET', KEYS[1], 'ended') == owner then return 1 end
            if redis.call('HGET', KEYS[1], 'user') ~= ARGV[1] then return 0 end
            redis.call('DEL', KEYS[1])
            redis.call('HSET', KEYS[1], 'ended', owner)
            redis.call('EXPIRE', KEYS[1], 86400)
            redis.call('ZREM', KEYS[2], ARGV[2])
            revoke(ARGV[2], ARGV[3])
            return 1""";

    private static final String END_OTHERS = REVOKE + """
            for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
                if id ~= ARGV[1] then
                    redis.call('DEL', 'session:' .. id)
                    redis.call('ZREM', KEYS[1], id)
                    revoke(id, ARGV[2])
                end
            end
            return 1""";

    private static final String LIST = """
            local found = {}
            for _, id in ipairs(redis.call('ZREVRANGE', KEYS[1], 0, -1)) do
                local row = redis.call('HMGET', 'session:' .. id, 'current', 'createdAt', 'lastUsedAt', 'userAgent')
                if row[1] then
                    found[#found + 1] = {id, row[2], row[3], row[4]}
                else
                    redis.call('ZREM', KEYS[1], id)
                end
            end
            return found""";

    private static final int LONGEST_USER_AGENT = 200;

    private final ReactiveRedisDataSource redis;
    private final SessionConfig config;
    private final RefreshTokens tokens;
    private final Ids ids;
    private final Clock clock;

    public SessionStore(
            ReactiveRedisDataSource redis, SessionConfig config, RefreshTokens tokens, Ids ids, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens a session and gives its first refresh token. Who has too many loses the oldest. */
    Uni<RefreshToken> open(UUID userId, String userAgent) {
        RefreshToken token = tokens.fresh(ids.next());
        String agent = userAgent == null ? "" : userAgent;
        return redis.execute(
                        "EVAL",
                        OPEN,
                        "2",
                        key(token.sessionId()),
                        listKey(userId),
                        userId.toString(),
                        token.digest(),
                        now().toString(),
                        lifetime(),
                        agent.substring(0, Math.min(agent.length(), LONGEST_USER_AGENT)),
                        String.valueOf(now().toEpochMilli()),
                        token.sessionId().toString(),
                        String.valueOf(config.sessionsPerAccount()),
                        revocation())
                .replaceWith(token);
    }

    /** The refresh token that a client sent; empty when it does not even look like one. */
    Optional<RefreshToken> read(String text) {
        return tokens.parse(text);
    }

    /** Whose session it is; empty when it has ended. */
    Uni<Optional<UUID>> ownerOf(UUID sessionId) {
        return redis.execute("HGET", key(sessionId), "user")
                .map(user -> Optional.ofNullable(user).map(id -> UUID.fromString(id.toString())));
    }

    /** Spends a token for a new one; empty when it is not the session's present one. */
    Uni<Optional<Rotation>> rotate(RefreshToken spent) {
        RefreshToken next = tokens.fresh(spent.sessionId());
        return redis.execute(
                        "EVAL",
                        ROTATE,
                        "1",
                        key(spent.sessionId()),
                        spent.digest(),
                        next.digest(),
                        now().toString(),
                        lifetime(),
                        spent.sessionId().toString(),
                        revocation(),
                        spent.ours() ? "ours" : "")
                .map(user -> Optional.ofNullable(user).map(id -> new Rotation(UUID.fromString(id.toString()), next)));
    }

    /** Ends a session of this user: its refresh token is good no more. False when it is not theirs. */
    Uni<Boolean> end(UUID userId, UUID sessionId) {
        return redis.execute(
                        "EVAL",
                        END,
                        "2",
                        key(sessionId),
                        listKey(userId),
                        userId.toString(),
                        sessionId.toString(),
                        revocation())
                .map(ended -> ended.toInteger() == 1);
    }

    /** Ends all sessions of this user but one; null for no exception. */
    Uni<Void> endOthers(UUID userId, UUID keptId) {
        return redis.execute("EVAL", END_OTHERS, "1", listKey(userId), String.valueOf(keptId), revocation())
                .replaceWithVoid();
    }

    /** Somebody's sessions, the newest first. */
    Uni<List<Stored>> of(UUID userId) {
        return redis.execute("EVAL", LIST, "1", listKey(userId))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(Stored::of)
                        .toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** For as long as an access token of the session may be about. */
    private String revocation() {
        return String.valueOf(config.accessTokenLifetime().toMillis());
    }

    private String lifetime() {
        return String.valueOf(config.sessionLifetime().toSeconds());
    }

    private static String key(UUID sessionId) {
        return "session:" + sessionId;
    }

    private static String listKey(UUID userId) {
        return "sessions:" + userId;
    }

    /** Whose session it is, and the token to use next time. */
    record Rotation(UUID userId, RefreshToken next) {}

    /** A session as it is kept. */
    @RegisterForReflection
    public record Stored(UUID id, Instant createdAt, Instant lastUsedAt, String userAgent) {
        static Stored of(Response row) {
            String agent = row.get(3).toString();
            return new Stored(
                    UUID.fromString(row.get(0).toString()),
                    Instant.parse(row.get(1).toString()),
                    Instant.parse(row.get(2).toString()),
                    agent.isEmpty() ? null : agent);
        }
    }
}
