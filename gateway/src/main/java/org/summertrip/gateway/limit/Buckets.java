package org.summertrip.gateway.limit;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.summertrip.gateway.Script;

/**
 * The buckets in Redis, taken from by one script, so that all gateways together admit exactly the quota. A bucket is the moment at which
 * it will be full again, by the clock of Redis, with the fraction that a quota of many units needs.
 */
@Singleton
public class Buckets {
    private static final String PREFIX = "rate:";
    /** So many numbers are answered for each bucket. */
    private static final int ANSWERS = 3;

    /**
     * Keys are buckets; for each there are three arguments: micros per unit, quota, cost. The first argument of all tells whether to
     * take even what is not there, for what has been spent already. Answers whether all was taken, then for each bucket what
     * remains, micros until it is full, micros until the cost can be had.
     */
    private static final String SCRIPT = """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local force = ARGV[1] == '1'
            local admitted = 1
            local before, after = {}, {}
            for i, key in ipairs(KEYS) do
              local unit, quota, cost = tonumber(ARGV[i * 3 - 1]), tonumber(ARGV[i * 3]), tonumber(ARGV[i * 3 + 1])
              before[i] = math.max(tonumber(redis.call('GET', key) or now), now)
              after[i] = before[i] + cost * unit
              if not force and after[i] - now > quota * unit + 0.5 then admitted = 0 end
            end
            local answer = {admitted}
            for i, key in ipairs(KEYS) do
              local unit, quota = tonumber(ARGV[i * 3 - 1]), tonumber(ARGV[i * 3])
              local full = admitted == 1 and after[i] or before[i]
              if full > now and admitted == 1 then
                redis.call('SET', key, string.format('%.3f', full), 'PX', math.ceil((full - now) / 1000) + 1)
              end
              local wait = 0
              if admitted == 0 then wait = math.max(0, math.ceil(after[i] - now - quota * unit - 0.5)) end
              answer[i * 3 - 1] = math.max(0, math.floor(quota - (full - now) / unit + 0.001))
              answer[i * 3] = math.ceil(full - now)
              answer[i * 3 + 1] = wait
            end
            return answer
            """;

    private final Script script;

    public Buckets(NearRedis redis) {
        this.script = new Script(redis::send, SCRIPT);
    }

    /** Takes from all buckets, or from none if one does not have enough. Charges that are not counted are answered as untouched. */
    Future<List<Balance>> take(List<Charge> charges) {
        List<Charge> counted = charges.stream().filter(Charge::counted).toList();
        if (counted.isEmpty()) {
            return Future.succeededFuture(
                    charges.stream().map(Charge::untouched).toList());
        }
        return run(counted, false).map(answer -> balances(charges, answer));
    }

    /** Takes what was spent without asking, such as bytes whose number nobody had announced. */
    Future<Void> debit(Charge spent) {
        return run(List.of(spent), true).mapEmpty();
    }

    private Future<Response> run(List<Charge> counted, boolean force) {
        List<String> keys = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        arguments.add(force ? 1 : 0);
        for (Charge charge : counted) {
            keys.add(PREFIX + charge.policy().code() + ':' + charge.key());
            arguments.add(charge.quota().microsPerUnit());
            arguments.add(charge.quota().amount());
            arguments.add(charge.cost());
        }
        return script.run(keys, arguments);
    }

    private static List<Balance> balances(List<Charge> charges, Response answer) {
        List<Balance> balances = new ArrayList<>(charges.size());
        int at = 1;
        for (Charge charge : charges) {
            if (charge.counted()) {
                balances.add(new Balance(
                        charge,
                        answer.get(at).toLong(),
                        answer.get(at + 1).toLong(),
                        answer.get(at + 2).toLong()));
                at += ANSWERS;
            } else {
                balances.add(charge.untouched());
            }
        }
        return balances;
    }
}
