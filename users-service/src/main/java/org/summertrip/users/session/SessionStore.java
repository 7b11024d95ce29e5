package org.summertrip.users.session;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.id.Ids;

/**
 * Sessions in Redis: {@code session:<id>} is a hash of user, times, the digest of the refresh token that is good now
 * ({@code current}) and a field {@code spent:<digest>} for each that was. Each step is one script and so atomic: of two
 * refreshes with one token, one wins and the other is reuse.
 */
@Singleton
public class SessionStore {
    private static final String OPEN = """
            redis.call('HSET', KEYS[1], 'user', ARGV[1], 'current', ARGV[2], 'createdAt', ARGV[3], 'lastUsedAt', ARGV[3],
                'userAgent', ARGV[5])
            redis.call('EXPIRE', KEYS[1], ARGV[4])
            return 1""";

    /** Answers the user; false for a token that never was; ends the session when a spent token comes back (RFC 9700). */
    private static final String ROTATE = """
            local current = redis.call('HGET', KEYS[1], 'current')
            if not current then return false end
            if current == ARGV[1] then
                redis.call('HSET', KEYS[1], 'current', ARGV[2], 'lastUsedAt', ARGV[3], 'spent:' .. ARGV[1], ARGV[3])
                redis.call('EXPIRE', KEYS[1], ARGV[4])
                return redis.call('HGET', KEYS[1], 'user')
            end
            if redis.call('HEXISTS', KEYS[1], 'spent:' .. ARGV[1]) == 1 then redis.call('DEL', KEYS[1]) end
            return false""";

    private static final int LONGEST_USER_AGENT = 200;

    private final ReactiveRedisDataSource redis;
    private final SessionConfig config;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public SessionStore(ReactiveRedisDataSource redis, SessionConfig config, Ids ids, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens a session and gives its first refresh token. */
    Uni<RefreshToken> open(UUID userId, String userAgent) {
        RefreshToken token = RefreshToken.fresh(ids.next(), random);
        String agent = userAgent == null ? "" : userAgent;
        return redis.execute(
                        "EVAL",
                        OPEN,
                        "1",
                        key(token.sessionId()),
                        userId.toString(),
                        token.digest(),
                        clock.instant().toString(),
                        lifetime(),
                        agent.substring(0, Math.min(agent.length(), LONGEST_USER_AGENT)))
                .replaceWith(token);
    }

    /** Spends a token for a new one; empty when it is not the session's present one. */
    Uni<Optional<Rotation>> rotate(RefreshToken spent) {
        RefreshToken next = RefreshToken.fresh(spent.sessionId(), random);
        return redis.execute(
                        "EVAL",
                        ROTATE,
                        "1",
                        key(spent.sessionId()),
                        spent.digest(),
                        next.digest(),
                        clock.instant().toString(),
                        lifetime())
                .map(user -> Optional.ofNullable(user).map(id -> new Rotation(UUID.fromString(id.toString()), next)));
    }

    /** Ends a session: its refresh token is good no more. */
    Uni<Void> end(UUID sessionId) {
        return redis.key().del(key(sessionId)).replaceWithVoid();
    }

    private String lifetime() {
        return String.valueOf(config.sessionLifetime().toSeconds());
    }

    private static String key(UUID sessionId) {
        return "session:" + sessionId;
    }

    /** Whose session it is, and the token to use next time. */
    record Rotation(UUID userId, RefreshToken next) {}
}
