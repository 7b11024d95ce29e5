package org.summertrip.gateway.socket;

import io.vertx.core.Future;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.List;
import org.summertrip.gateway.Lane;

/** The connections to Redis that sockets use; requests wait for others, so that a wave of sockets does not stop the counting of limits. */
@Singleton
public class SocketLane {
    private static final int CONNECTIONS = 12;

    private final io.vertx.redis.client.Redis redis;
    private final Lane lane;

    public SocketLane(Redis redis) {
        this.redis = redis.getDelegate();
        this.lane = new Lane(this.redis, CONNECTIONS);
    }

    Future<Response> send(Request request) {
        return lane.send(request);
    }

    Future<List<Response>> batch(List<Request> requests) {
        return lane.run(() -> redis.batch(requests));
    }
}
