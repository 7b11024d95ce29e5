package org.summertrip.gateway.socket;

import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.summertrip.gateway.OpenRequests;
import org.summertrip.gateway.StandIns;
import org.summertrip.stores.Stores;

/** One person with a gateway to connect to, of whom nothing may be left when the test is over. */
class OneClient {
    StandIns standIns;

    Stores stores;

    @Inject
    RedisDataSource redis;

    @Inject
    Connections connections;

    @Inject
    OpenRequests open;

    @TestHTTPResource("/")
    URI gateway;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    final UUID ana = UUID.randomUUID();
    Push push;

    @BeforeEach
    void reset() {
        standIns.reset();
        push = new Push(redis);
    }

    @AfterEach
    void leavesNothingBehind() {
        await().until(() -> connections.all().isEmpty() && connections.of(ana).isEmpty());
        // Otherwise a gateway that is to stop would wait for them in vain.
        await().until(() -> open.count() == 0);
    }
}
