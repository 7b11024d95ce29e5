package org.summertrip.graph.friendship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;
import org.summertrip.graph.store.CutWire;
import org.summertrip.graph.store.EveryMessage;
import org.summertrip.graph.store.MortalNeo4j;
import org.summertrip.graph.user.UserGraph;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.stores.Stores;

/**
 * A process that is killed between any two messages to Neo4j leaves the state of before or the state of after, each with its
 * events, and whoever repeats the request gets what was wanted, told of once.
 */
@QuarkusTest
@GraphStores
class KilledMidwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final World world;
    private final MortalNeo4j mortal;
    private final UserGraph users;
    private final FriendshipGraph graph;
    private final FriendEvents events;
    private final FriendLimits limits;
    private final OutboxRelay relay;

    Stores stores;

    KilledMidwayTest(
            World world,
            MortalNeo4j mortal,
            UserGraph users,
            FriendshipGraph graph,
            FriendEvents events,
            FriendLimits limits,
            OutboxRelay relay) {
        this.world = world;
        this.mortal = mortal;
        this.users = users;
        this.graph = graph;
        this.events = events;
        this.limits = limits;
        this.relay = relay;
    }

    private interface Step {
        Uni<?> of(Friendships friendships, UUID me, UUID other);
    }

    /** What is done to two people, and what is between them before and after. */
    private record Deed(BiConsumer<UUID, UUID> arrangement, Step step, String event, String before, String after) {}

    @Test
    void leavesALegalStateWhenKilledWhileAsking() {
        killAtEveryMessage(new Deed((me, other) -> {}, Friendships::ask, "friend.requested", "[]", "[REQUESTED]"));
    }

    @Test
    void leavesALegalStateWhenKilledWhileAccepting() {
        killAtEveryMessage(new Deed(
                (me, other) -> assertEquals(201, world.ask(other, me)),
                Friendships::accept,
                "friend.accepted",
                "[REQUESTED]",
                "[FRIEND]"));
    }

    @Test
    void leavesALegalStateWhenKilledWhileParting() {
        killAtEveryMessage(new Deed(world::befriend, Friendships::part, "friend.removed", "[FRIEND]", "[]"));
    }

    private void killAtEveryMessage(Deed deed) {
        EveryMessage.kill(
                stores,
                (driver, wire) -> dies(
                        new Friendships(mortal.over(driver), users, graph, events, limits, relay, Clock.systemUTC()),
                        wire,
                        deed));
    }

    /** Whether the deed did not come to its end. */
    private boolean dies(Friendships dying, CutWire wire, Deed deed) {
        UUID me = world.person("Me");
        UUID other = world.person("Other");
        deed.arrangement().accept(me, other);

        boolean answered = succeeds(deed.step().of(dying, me, other));
        boolean died = wire.isCut();
        wire.mend();

        world.awaitEndOfTransactionsOn(me, other);
        String state = edges(me, other);
        assertTrue(state.equals(deed.before()) || state.equals(deed.after()), state);
        assertTrue(!answered || state.equals(deed.after()), "what was answered is so");
        assertTrue(succeeds(deed.step().of(dying, me, other)), "may be repeated");
        assertEquals(deed.after(), edges(me, other));
        world.awaitTold(deed.event(), me);
        world.awaitPublished();
        assertEquals(1, world.told(deed.event(), me).size());
        return died;
    }

    private static boolean succeeds(Uni<?> work) {
        return work.replaceWith(true).onFailure().recoverWithItem(false).await().atMost(PATIENCE);
    }

    private String edges(UUID me, UUID other) {
        return world
                .rows(
                        "MATCH (:User {id: $me})-[r]-(:User {id: $other}) RETURN type(r) AS type",
                        "me",
                        me.toString(),
                        "other",
                        other.toString())
                .stream()
                .map(row -> row.get("type").asString())
                .toList()
                .toString();
    }
}
