package org.summertrip.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A share of the connections to Redis, with a queue in front of it. The pool's own queue is short and refuses; but when a gateway dies,
 * thousands of sockets arrive at another at once, and none of them must be turned away for that.
 */
public final class Lane {
    private final Redis redis;
    private final int atOnce;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();

    public Lane(Redis redis, int atOnce) {
        this.redis = redis;
        this.atOnce = atOnce;
    }

    public Future<Response> send(Request request) {
        return run(() -> redis.send(request));
    }

    /**
     * Does it when it is its turn; in the order in which it was asked for. Whoever waited is told on a thread of his own, although his
     * command was sent from that of another.
     */
    public <T> Future<T> run(Supplier<Future<T>> command) {
        ContextInternal own = ContextInternal.current();
        Promise<T> promise = own == null ? Promise.promise() : own.promise();
        waiting.add(() -> command.get().onComplete(result -> {
            underWay.decrementAndGet();
            promise.handle(result);
            next();
        }));
        next();
        return promise.future();
    }

    private void next() {
        while (!waiting.isEmpty()) {
            if (underWay.incrementAndGet() > atOnce) {
                underWay.decrementAndGet();
                return;
            }
            Runnable command = waiting.poll();
            if (command == null) {
                underWay.decrementAndGet();
            } else {
                command.run();
            }
        }
    }
}
