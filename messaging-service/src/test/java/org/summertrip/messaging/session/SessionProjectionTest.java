package org.summertrip.messaging.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.messaging.World;

@QuarkusTest
class SessionProjectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    World world;

    @Inject
    SessionEvents events;

    private final Instant morning = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3600);

    @BeforeEach
    void isReady() {
        World.awaitReady();
    }

    @Test
    void notesWhenSomebodyWasConnected() {
        UUID ana = world.id();
        UUID session = world.id();

        told("session.started", ana, session, morning, null);
        told("session.ended", ana, session, morning.plusSeconds(60), "gateway-died");

        List<SessionEvent> noted = await(ana, 2);
        assertEquals(
                List.of(
                        new SessionEvent(ana, session, "END", morning.plusSeconds(60), "gateway-1", "gateway-died"),
                        new SessionEvent(ana, session, "START", morning, "gateway-1", null)),
                noted);
    }

    @Test
    void notesEachEventOnceHoweverOftenAndInWhateverOrderItComes() {
        UUID ana = world.id();
        UUID session = world.id();
        CloudEvent end = told("session.ended", ana, session, morning, "closed");
        CloudEvent start = told("session.started", ana, session, morning, null);
        world.streams().publish(World.GATEWAY, end);
        world.streams().publish(World.GATEWAY, start);
        told("session.started", ana, world.id(), morning.plusSeconds(1), null);

        assertEquals(3, await(ana, 3).size());
    }

    @Test
    void looksThroughAllMonthsOfAYear() {
        UUID ana = world.id();
        Instant lastSpring = morning.minus(Duration.ofDays(200));
        told("session.started", ana, world.id(), lastSpring, null);

        assertEquals(lastSpring, await(ana, 1).get(0).at());
    }

    private List<SessionEvent> await(UUID userId, int count) {
        return Awaitility.await().atMost(PATIENCE).until(() -> noted(userId), noted -> noted.size() >= count);
    }

    private List<SessionEvent> noted(UUID userId) {
        return events.of(userId).collect().asList().await().atMost(PATIENCE);
    }

    private CloudEvent told(String type, UUID userId, UUID sessionId, Instant at, String reason) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "sessionId", sessionId, "userId", userId, "at", at.toString(), "gateway", "gateway-1", "more", "news"));
        data.put("reason", reason);
        return world.streams().publish(World.GATEWAY, type, userId.toString(), at, data);
    }
}
