package org.summertrip.graph.group;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;

@QuarkusTest
@GraphStores
class GroupEventsTest {
    private static final String MEMBERS =
            "MATCH (u:User)-[m:MEMBER_OF]->(:Group {id: $id}) RETURN u.id AS id, m.role AS role, m.since AS since";

    private final World world;

    GroupEventsTest(World world) {
        this.world = world;
    }

    @Test
    void knowsAGroupAndItsOwner() {
        UUID ana = world.person("Ana");
        UUID lisbon = UUID.randomUUID();
        world.tell("group.created", lisbon, group(lisbon, "Lisbon", World.NOW));
        joined(lisbon, ana, "owner", World.NOW);
        world.settle();

        assertEquals(List.of("Lisbon"), names(lisbon));
        assertEquals(Map.of(ana, "owner"), roles(lisbon));
        assertEquals(
                World.NOW,
                world.rows(MEMBERS, "id", lisbon.toString())
                        .get(0)
                        .get("since")
                        .asZonedDateTime()
                        .toInstant());
    }

    @Test
    void bearsMembersThatComeBeforeTheirGroup() {
        UUID ana = UUID.randomUUID();
        UUID lisbon = UUID.randomUUID();
        joined(lisbon, ana, "owner", World.NOW);
        world.tell("group.updated", lisbon, group(lisbon, "Porto", World.NOW.plusSeconds(1)));
        world.tell("group.created", lisbon, group(lisbon, "Lisbon", World.NOW));
        world.tell("user.created", ana, World.user(ana, "Ana", World.NOW));
        world.settle();

        assertEquals(List.of("Porto"), names(lisbon));
        assertEquals(Map.of(ana, "owner"), roles(lisbon));
    }

    @Test
    void followsRolesLeavingsAndBans() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        UUID cleo = world.person("Cleo");
        UUID lisbon = UUID.randomUUID();
        joined(lisbon, ana, "owner", World.NOW);
        joined(lisbon, ben, "member", World.NOW);
        joined(lisbon, cleo, "member", World.NOW);

        happened("member.role-changed", lisbon, ana, "admin", World.NOW.plusSeconds(1));
        happened("member.left", lisbon, ben, null, World.NOW.plusSeconds(1));
        happened("member.banned", lisbon, cleo, null, World.NOW.plusSeconds(1));
        happened("member.left", lisbon, ana, null, World.NOW.minusSeconds(1));
        joined(lisbon, ben, "member", World.NOW);
        world.settle();

        assertEquals(Map.of(ana, "admin"), roles(lisbon));
    }

    @Test
    void takesBackWhoJoinsAgain() {
        UUID ana = world.person("Ana");
        UUID lisbon = UUID.randomUUID();
        joined(lisbon, ana, "member", World.NOW.plusSeconds(2));
        happened("member.left", lisbon, ana, null, World.NOW.plusSeconds(1));
        joined(lisbon, ana, "member", World.NOW);
        world.settle();

        assertEquals(Map.of(ana, "member"), roles(lisbon));
        assertEquals(1, world.rows(MEMBERS, "id", lisbon.toString()).size());
    }

    @Test
    void forgetsADeletedGroupForGood() {
        UUID ana = world.person("Ana");
        UUID lisbon = UUID.randomUUID();
        world.tell("group.created", lisbon, group(lisbon, "Lisbon", World.NOW));
        joined(lisbon, ana, "owner", World.NOW);
        world.tell("group.deleted", lisbon, Map.of("id", lisbon));
        world.tell("group.updated", lisbon, group(lisbon, "Late", World.NOW.plusSeconds(9)));
        joined(lisbon, ana, "owner", World.NOW.plusSeconds(9));
        world.settle();

        assertEquals(List.of(), names(lisbon));
        assertEquals(Map.of(), roles(lisbon));
    }

    private static Map<String, Object> group(UUID id, String name, Instant updatedAt) {
        Map<String, Object> data = new HashMap<>();
        data.put("id", id.toString());
        data.put("name", name);
        data.put("description", null);
        data.put("destination", "Lisboa");
        data.put("visibility", "open");
        data.put("createdBy", UUID.randomUUID().toString());
        data.put("createdAt", World.NOW.toString());
        data.put("updatedAt", updatedAt.toString());
        return data;
    }

    private void joined(UUID groupId, UUID userId, String role, Instant at) {
        world.tell(
                "member.joined",
                groupId,
                Map.of("groupId", groupId, "userId", userId, "role", role, "joinedAt", at.toString()));
    }

    private void happened(String type, UUID groupId, UUID userId, String role, Instant at) {
        Map<String, Object> data = new HashMap<>();
        data.put("groupId", groupId);
        data.put("userId", userId);
        data.put("at", at.toString());
        if (role != null) {
            data.put("role", role);
        }
        world.tell(type, groupId, data);
    }

    private List<String> names(UUID groupId) {
        return world.rows("MATCH (g:Group {id: $id}) RETURN g.name AS name", "id", groupId.toString()).stream()
                .map(row -> row.get("name").asString())
                .toList();
    }

    private Map<UUID, String> roles(UUID groupId) {
        Map<UUID, String> roles = new HashMap<>();
        world.rows(MEMBERS, "id", groupId.toString())
                .forEach(row -> roles.put(
                        UUID.fromString(row.get("id").asString()),
                        row.get("role").asString()));
        return roles;
    }
}
