package org.summertrip.gateway.socket;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Singleton;
import java.util.Set;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;

/** Whoever erased the account is no longer listened to, although the token lives on. One gateway hears of it and tells all. */
@Singleton
public class Erasure implements EventHandler {
    private final Redis redis;

    public Erasure(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Set<String> types() {
        return Set.of("user.erased");
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        String user = event.data().path("id").asText();
        return redis.send(Request.cmd(Command.DEL).arg("presence:audience:" + user))
                .flatMap(done -> redis.send(
                        Request.cmd(Command.PUBLISH).arg(Live.REVOKED).arg("user:" + user)))
                .replaceWithVoid();
    }
}
