package org.summertrip.gateway.limit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.summertrip.gateway.PerLoop;

/**
 * A connection to Redis for each event loop, on which the commands of its requests follow each other without waiting. Every request of
 * a person asks Redis once: neither a pool nor another thread should come between.
 */
@Singleton
public class NearRedis {
    private final io.vertx.redis.client.Redis client;
    private final PerLoop<Line> lines;
    private final Vertx vertx;
    private final long timeoutMillis;

    /** @param made for being made: only then the options are known */
    public NearRedis(Redis made, RedisSettings settings, Vertx vertx, LimitConfig config) {
        RedisOptions options = settings.of(made.getDelegate());
        this.vertx = vertx;
        // Twice as many, because a new connection may be wanted before the broken one is out of the pool.
        options.setPoolName("limits").setMaxPoolSize(2 * PerLoop.loops(vertx));
        this.client = io.vertx.redis.client.Redis.createClient(vertx, options);
        this.lines = new PerLoop<>(vertx, Line::new);
        this.timeoutMillis = config.timeout().toMillis();
    }

    /** Fails after {@code gateway.limits.timeout}, and begins anew with the next command. */
    Future<Response> send(Request request) {
        return lines.get().send(request);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Used by one loop only. */
    private final class Line {
        private Future<RedisConnection> connection;

        /** Told on the caller's own context: who waits for the connection may not be who asked for it. */
        private Future<Response> send(Request request) {
            if (connection == null || connection.failed()) {
                connection = client.connect().onSuccess(this::watch);
            }
            Future<RedisConnection> used = connection;
            Promise<Response> answer = ((ContextInternal) vertx.getOrCreateContext()).promise();
            used.compose(open -> open.send(request))
                    .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                    .onFailure(failure -> dropIfLate(used, failure))
                    .onComplete(answer);
            return answer.future();
        }

        private void watch(RedisConnection open) {
            open.endHandler(over -> connection = null);
            open.exceptionHandler(broken -> connection = null);
        }

        private void dropIfLate(Future<RedisConnection> used, Throwable failure) {
            if (failure instanceof TimeoutException) {
                if (connection == used) {
                    connection = null;
                }
                used.onSuccess(RedisConnection::close);
            }
        }
    }
}
