package org.summertrip.gateway.process;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.summertrip.gateway.process.Fleet.Phone;

/** Tells phones something, as messaging-service does. */
final class Pusher implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Redis redis;

    Pusher(String address) {
        redis = Redis.createClient(
                vertx, new RedisOptions().setConnectionString(address).setMaxPoolSize(4));
    }

    /** Everybody is told this number. */
    void tell(List<Phone> phones, int number) {
        List<Request> requests = new ArrayList<>();
        for (Phone phone : phones) {
            requests.add(Request.cmd(Command.XADD)
                    .arg("push:" + phone.user())
                    .arg("*")
                    .arg("type")
                    .arg("message.created")
                    .arg("data")
                    .arg("{\"n\":" + number + "}"));
            requests.add(Request.cmd(Command.PUBLISH)
                    .arg("push.wake")
                    .arg(phone.user().toString()));
        }
        for (int from = 0; from < requests.size(); from += 1000) {
            wait(redis.batch(requests.subList(from, Math.min(requests.size(), from + 1000))));
        }
    }

    long ended(String reason) {
        Response entries = wait(redis.send(
                Request.cmd(Command.XRANGE).arg("events.gateway").arg("-").arg("+")));
        return entries.stream()
                .filter(entry -> entry.get(1).get(1).toString().contains("\"reason\":\"" + reason + '"'))
                .count();
    }

    private static <T> T wait(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        redis.close();
        wait(vertx.close());
    }
}
