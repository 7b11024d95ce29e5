package org.summertrip.messaging.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.json;
import static org.summertrip.messaging.World.say;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.World;

/** Whatever happens in whatever order: what the inbox counts is what a full recount of a plain model gives. */
@QuarkusTest
class CountersPropertyTest {
    private static final int STEPS = 120;
    private static final int PEOPLE = 4;

    @Inject
    World world;

    private final List<UUID> people = new ArrayList<>();
    private final List<UUID> messages = new ArrayList<>();
    private final Map<UUID, UUID> senders = new HashMap<>();
    private final Set<UUID> deleted = new HashSet<>();
    private final Map<UUID, UUID> markers = new HashMap<>();
    private final List<CloudEvent> told = new ArrayList<>();
    private UUID group;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261121})
    void equalAFullRecountAfterAnyOrderOfWhatCanHappen(long seed) {
        Random random = new Random(seed);
        begin(random);

        for (int step = 0; step < STEPS; step++) {
            act(random);
            if (step % 20 == 0) {
                assertRecount("seed " + seed + " step " + step);
            }
        }
        world.settle();
        assertRecount("seed " + seed + " at the end");
    }

    /** The members come in any order, some before their group, some twice. */
    private void begin(Random random) {
        for (int i = 0; i < PEOPLE; i++) {
            people.add(world.id());
        }
        group = world.id();
        Instant start = Instant.now().minusSeconds(60);
        if (random.nextBoolean()) {
            told.add(world.makeGroup(group, "Lisbon", start));
        }
        people.forEach(person -> told.add(world.join(group, person, start.plusSeconds(random.nextInt(10)))));
        told.add(world.makeGroup(group, "Lisbon", start));
        world.settle();
    }

    private void act(Random random) {
        UUID person = people.get(random.nextInt(PEOPLE));
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> {
                UUID id = say(person, group, "message " + messages.size());
                messages.add(id);
                senders.put(id, person);
            }
            case 5, 6 -> read(person, random);
            case 7 -> delete(random);
            case 8 -> world.streams().publish(World.USERS, told.get(random.nextInt(told.size())));
            default ->
                world.member("member.left", group, person, Instant.now().minusSeconds(120 + random.nextInt(100)));
        }
    }

    private void read(UUID person, Random random) {
        if (!messages.isEmpty()) {
            UUID upTo = messages.get(random.nextInt(messages.size()));
            as(person)
                    .body(Map.of("messageId", upTo))
                    .post("/conversations/" + group + "/read")
                    .then()
                    .statusCode(204);
            markers.merge(person, upTo, Uuid7::later);
        }
    }

    private void delete(Random random) {
        if (!messages.isEmpty()) {
            UUID id = messages.get(random.nextInt(messages.size()));
            as(senders.get(id)).delete("/messages/" + group + "/" + id).then().statusCode(204);
            deleted.add(id);
        }
    }

    private void assertRecount(String when) {
        for (UUID person : people) {
            UUID marker = markers.getOrDefault(person, Uuid7.OLDEST);
            long expected = messages.stream()
                    .filter(id -> Uuid7.compare(id, marker) > 0)
                    .filter(id -> !deleted.contains(id) && !senders.get(id).equals(person))
                    .count();
            JsonNode seen = json(as(person).get("/conversations").then().statusCode(200))
                    .path("items")
                    .path(0);
            assertEquals(Long.toString(expected), seen.path("unreadCount").toString(), when);
            assertEquals(
                    markers.containsKey(person) ? marker.toString() : null,
                    seen.path("lastReadMessageId").asText(null),
                    when);
            assertEquals(
                    messages.isEmpty()
                            ? null
                            : messages.get(messages.size() - 1).toString(),
                    seen.path("lastMessage").path("id").asText(null),
                    when);
        }
    }
}
