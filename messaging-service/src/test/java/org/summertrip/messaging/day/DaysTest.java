package org.summertrip.messaging.day;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.summertrip.messaging.World.say;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.World;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.day.Days.What;

@QuarkusTest
class DaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Query OF_DAY =
            Query.of("SELECT user_id FROM people_by_day WHERE what = ? AND day = ? AND shard = ? AND user_id = ?");

    @Inject
    World world;

    @Inject
    Cql cql;

    @Inject
    Days days;

    @Test
    void leadToWhoWasToldSomethingAndWhoWasConnected() {
        UUID ana = world.id();
        UUID ben = world.id();
        UUID trip = world.group(ana, ben);
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));

        say(ana, trip, "Hello");
        connected(ana, yesterday);

        await().atMost(PATIENCE).until(() -> isNoted(What.NOTIFICATIONS, ben, Instant.now()));
        await().atMost(PATIENCE).until(() -> isNoted(What.SESSIONS, ana, yesterday));
        assertFalse(isNoted(What.NOTIFICATIONS, ana, Instant.now()));
        assertFalse(isNoted(What.SESSIONS, ana, Instant.now()));
    }

    @Test
    void areNotNotedWhenTheyAreLongPast() {
        Instant now = Instant.now();

        assertEquals(List.of(), days.noting(What.SESSIONS, world.id(), now.minus(Duration.ofDays(200))));
        assertEquals(List.of(), days.noting(What.SESSIONS, world.id(), now.plus(Duration.ofDays(3))));
        assertEquals(
                1,
                days.noting(What.SESSIONS, world.id(), now.minus(Duration.ofDays(6)))
                        .size());
    }

    private void connected(UUID userId, Instant at) {
        world.streams()
                .publish(
                        World.GATEWAY,
                        "session.started",
                        userId.toString(),
                        Map.of("sessionId", world.id(), "userId", userId, "at", at.toString(), "gateway", "gateway-1"));
    }

    private boolean isNoted(What what, UUID userId, Instant at) {
        return cql.exists(OF_DAY, what.name(), Days.day(at), Days.shard(userId), userId)
                .await()
                .atMost(PATIENCE);
    }
}
