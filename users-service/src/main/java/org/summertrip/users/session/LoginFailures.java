package org.summertrip.users.session;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.secret.Seal;

/**
 * Counts failed logins per account, whether it exists or not, so that the answer does not tell which. An attempt is counted
 * before the password is looked at and forgiven when it was right: parallel guesses cannot slip through between the two.
 */
@Singleton
public class LoginFailures {
    private static final String COUNT = """
            local failures = redis.call('INCR', KEYS[1])
            if failures == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return {failures, redis.call('PTTL', KEYS[1])}""";

    private final ReactiveRedisDataSource redis;
    private final SessionConfig config;
    private final Seal seal;

    public LoginFailures(ReactiveRedisDataSource redis, SessionConfig config, Seal seal) {
        this.redis = redis;
        this.config = config;
        this.seal = seal;
    }

    /** Counts an attempt; fails with 429 when there were too many. */
    Uni<Void> count(String email) {
        return redis.execute(
                        "EVAL",
                        COUNT,
                        "1",
                        key(email),
                        String.valueOf(config.failureWindow().toMillis()))
                .invoke(answer -> {
                    if (answer.get(0).toInteger() > config.failures()) {
                        throw ProblemException.tooManyRequests(
                                "Too many failed logins for this account",
                                Duration.ofMillis(answer.get(1).toLong()));
                    }
                })
                .replaceWithVoid();
    }

    /** The password was right: earlier failures count no more. */
    Uni<Void> forgive(String email) {
        return redis.key().del(key(email)).replaceWithVoid();
    }

    /** Keyed digest: Redis need not know the addresses of people who have no account here. */
    private String key(String email) {
        byte[] account = email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return "login-failures:" + HexFormat.of().formatHex(seal.digest("login", account));
    }
}
