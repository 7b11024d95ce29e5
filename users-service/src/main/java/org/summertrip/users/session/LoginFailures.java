package org.summertrip.users.session;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.secret.Seal;

/**
 * Counts failed logins per account, whether it exists or not, so that the answer does not tell which, and per address, so that
 * one machine cannot try one password on everybody. An attempt is counted before the password is looked at and forgiven when
 * it was right: parallel guesses cannot slip through between the two.
 */
@Startup
@Singleton
public class LoginFailures {
    /** Counts both keys; answers each count and how long it stays. */
    private static final String COUNT = """
            local answer = {}
            for i, key in ipairs(KEYS) do
                local failures = redis.call('INCR', key)
                if failures == 1 then redis.call('PEXPIRE', key, ARGV[1]) end
                answer[2 * i - 1] = failures
                answer[2 * i] = redis.call('PTTL', key)
            end
            return answer""";

    /** The account starts anew; from the address only this attempt is taken back, or one good account would whitewash it. */
    private static final String FORGIVE = """
            redis.call('DEL', KEYS[1])
            if tonumber(redis.call('GET', KEYS[2]) or '0') > 0 then redis.call('DECR', KEYS[2]) end
            return 1""";

    private final ReactiveRedisDataSource redis;
    private final SessionConfig config;
    private final Seal seal;
    private final List<Network> exempt;

    public LoginFailures(ReactiveRedisDataSource redis, SessionConfig config, Seal seal) {
        this.redis = redis;
        this.config = config;
        this.seal = seal;
        this.exempt = config.exemptNetworks().orElse(Set.of()).stream()
                .map(Network::parse)
                .toList();
    }

    /** Counts an attempt; fails with 429 when there were too many on the account or from the address. */
    Uni<Void> count(String account, String address) {
        return redis.execute(
                        "EVAL",
                        COUNT,
                        "2",
                        accountKey(account),
                        addressKey(address),
                        String.valueOf(config.failureWindow().toMillis()))
                .invoke(answer -> {
                    refuse(
                            answer.get(0).toInteger() > config.failures(),
                            "for this account",
                            answer.get(1).toLong());
                    boolean tooMany = answer.get(2).toInteger() > config.failuresPerAddress();
                    refuse(
                            tooMany && !isExempt(address),
                            "from this address",
                            answer.get(3).toLong());
                })
                .replaceWithVoid();
    }

    /** The password was right: earlier failures of this account count no more. */
    Uni<Void> forgive(String account, String address) {
        return redis.execute("EVAL", FORGIVE, "2", accountKey(account), addressKey(address))
                .replaceWithVoid();
    }

    private static void refuse(boolean tooMany, String what, long millis) {
        if (tooMany) {
            throw ProblemException.tooManyRequests("Too many failed logins " + what, Duration.ofMillis(millis));
        }
    }

    private boolean isExempt(String address) {
        return exempt.stream().anyMatch(network -> network.contains(address));
    }

    private String accountKey(String account) {
        return "login-failures:" + digest("login", account);
    }

    private String addressKey(String address) {
        return "login-failures:address:" + digest("address", String.valueOf(address));
    }

    /** Keyed digest: Redis need not know the addresses of people who have no account here. */
    private String digest(String purpose, String text) {
        byte[] bytes = text.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(seal.digest(purpose, bytes));
    }
}
