package org.summertrip.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.summertrip.gateway.Script;

/**
 * The buckets in Redis, taken from by one script, so that all gateways together admit exactly the quota. A bucket is the moment at which
 * it will be full again, by the clock of Redis, with the fraction that a quota of many units needs.
 *
 * <p>From the upper half of a bucket a gateway takes a little in advance, as much as grows back within a moment, and need not ask for
 * the requests that follow within that moment. Slow quotas and the lower half are counted one by one: there it matters who comes first.
 */
@Singleton
public class Buckets {
    private static final int AS_MANY = 20_000;
    /**
     * Keys are buckets; for each there are five arguments: micros per unit, quota, cost, what to take in advance, what goes back. The
     * first argument of all tells whether to take even what is not there, for what has been spent already. Answers whether all was
     * taken, then for each bucket micros until it is full, micros until the cost can be had, what was taken in advance.
     */
    private static final String SCRIPT = """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local force = ARGV[1] == '1'
            local function argument(bucket, number) return tonumber(ARGV[bucket * 5 - 4 + number]) end
            local admitted = 1
            local before, after = {}, {}
            for i, key in ipairs(KEYS) do
              local unit, quota = argument(i, 1), argument(i, 2)
              before[i] = math.max(tonumber(redis.call('GET', key) or now) - argument(i, 5) * unit, now)
              after[i] = before[i] + argument(i, 3) * unit
              if not force and after[i] - now > quota * unit + 0.5 then admitted = 0 end
            end
            local answer = {admitted}
            for i, key in ipairs(KEYS) do
              local unit, quota = argument(i, 1), argument(i, 2)
              local full, wait, advance = before[i], 0, 0
              if admitted == 1 then
                local upper = math.floor(quota / 2 - (after[i] - now) / unit)
                advance = math.max(0, math.min(argument(i, 4), upper))
                full = after[i] + advance * unit
              else
                wait = math.max(0, math.ceil(after[i] - now - quota * unit - 0.5))
              end
              if full > now then
                redis.call('SET', key, string.format('%.3f', full), 'PX', math.ceil((full - now) / 1000) + 1)
              else
                redis.call('DEL', key)
              end
              answer[i * 3 - 1] = math.ceil(full - now)
              answer[i * 3] = wait
              answer[i * 3 + 1] = advance
            end
            return answer
            """;

    private final Script script;
    private final Clock clock;
    private final Duration life;
    private final Cache<String, Advance> advances;

    public Buckets(NearRedis redis, LimitConfig config, Clock clock) {
        this.script = new Script(redis::send, SCRIPT);
        this.clock = clock;
        this.life = config.advance();
        this.advances = Caffeine.newBuilder().maximumSize(AS_MANY).build();
    }

    /** Takes from all buckets, or from none if one does not have enough. Charges that are not counted are answered as untouched. */
    Future<List<Balance>> take(List<Charge> charges) {
        List<Taking> takings = new ArrayList<>(charges.size());
        // One that has to be counted by itself asks for all: nothing is taken in advance for it.
        boolean fast = true;
        for (Charge charge : charges) {
            if (charge.counted()) {
                Taking taking = taking(charge);
                takings.add(taking);
                fast &= taking.most() > 0;
            }
        }
        if (fast && spend(takings)) {
            return Future.succeededFuture(balances(charges, takings));
        }
        for (Taking taking : takings) {
            taking.ask(fast);
        }
        Instant asked = clock.instant();
        return run(takings, false)
                .onFailure(failure -> takings.forEach(Taking::fail))
                .map(answer -> {
                    for (int i = 0; i < takings.size(); i++) {
                        takings.get(i).answer(answer, 1 + i * Taking.ANSWERS, asked, life);
                    }
                    return balances(charges, takings);
                });
    }

    /** Takes what was spent without asking, such as bytes whose number nobody had announced. */
    Future<Void> debit(Charge spent) {
        return run(List.of(taking(spent)), true).mapEmpty();
    }

    private Taking taking(Charge charge) {
        return new Taking(
                charge,
                advances.get(
                        charge.bucket(),
                        first -> new Advance(clock, charge.quota().microsPerUnit())),
                charge.advance(life));
    }

    /** All or none. */
    private static boolean spend(List<Taking> takings) {
        for (int i = 0; i < takings.size(); i++) {
            if (!takings.get(i).spend()) {
                takings.subList(0, i).forEach(Taking::undo);
                return false;
            }
        }
        return true;
    }

    private Future<Response> run(List<Taking> takings, boolean force) {
        List<String> keys = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        arguments.add(force ? 1 : 0);
        for (Taking taking : takings) {
            keys.add(taking.bucket());
            arguments.addAll(taking.arguments());
        }
        return script.run(keys, arguments);
    }

    private static List<Balance> balances(List<Charge> charges, List<Taking> takings) {
        Iterator<Taking> counted = takings.iterator();
        List<Balance> balances = new ArrayList<>(charges.size());
        for (Charge charge : charges) {
            balances.add(charge.counted() ? counted.next().balance() : charge.untouched());
        }
        return balances;
    }
}
