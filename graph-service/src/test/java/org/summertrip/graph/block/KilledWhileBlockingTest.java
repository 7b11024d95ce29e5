package org.summertrip.graph.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;
import org.summertrip.graph.follow.Follows;
import org.summertrip.graph.friendship.Friendships;
import org.summertrip.graph.store.CutWire;
import org.summertrip.graph.store.EveryMessage;
import org.summertrip.graph.store.MortalNeo4j;
import org.summertrip.graph.user.UserGraph;
import org.summertrip.stores.Stores;

/** A block ends a friendship and two follows: a process that is killed on the way has ended all of them or none. */
@QuarkusTest
@GraphStores
class KilledWhileBlockingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> BEFORE = List.of("FOLLOWS", "FOLLOWS", "FRIEND");
    private static final List<String> AFTER = List.of("BLOCKED");

    private final World world;
    private final MortalNeo4j mortal;
    private final UserGraph users;
    private final BlockGraph graph;
    private final BlockEvents events;
    private final Friendships friendships;
    private final Follows follows;

    Stores stores;

    KilledWhileBlockingTest(
            World world,
            MortalNeo4j mortal,
            UserGraph users,
            BlockGraph graph,
            BlockEvents events,
            Friendships friendships,
            Follows follows) {
        this.world = world;
        this.mortal = mortal;
        this.users = users;
        this.graph = graph;
        this.events = events;
        this.friendships = friendships;
        this.follows = follows;
    }

    @Test
    void leavesALegalStateWhereverItIsKilled() {
        EveryMessage.kill(
                stores,
                (driver, wire) -> dies(
                        new Blocks(mortal.over(driver), users, graph, events, friendships, follows, Clock.systemUTC()),
                        wire));
    }

    private boolean dies(Blocks dying, CutWire wire) {
        UUID me = world.person("Me");
        UUID other = world.person("Other");
        world.befriend(me, other);
        world.as(me).put("/follows/" + other).then().statusCode(204);
        world.as(other).put("/follows/" + me).then().statusCode(204);
        assertEquals(BEFORE, edges(me, other));

        boolean answered = succeeds(dying.block(me, other));
        boolean died = wire.isCut();
        wire.mend();

        world.awaitEndOfTransactionsOn(me, other);
        List<String> state = edges(me, other);
        assertTrue(state.equals(BEFORE) || state.equals(AFTER), state.toString());
        assertTrue(!answered || state.equals(AFTER), "what was answered is so");
        assertTrue(succeeds(dying.block(me, other)), "may be repeated");
        assertEquals(AFTER, edges(me, other));
        world.awaitTold("user.blocked", me);
        world.awaitPublished();
        assertEquals(1, world.told("user.blocked", me).size());
        assertEquals(1, world.told("friend.removed", me).size());
        return died;
    }

    private static boolean succeeds(Uni<?> work) {
        return work.replaceWith(true).onFailure().recoverWithItem(false).await().atMost(PATIENCE);
    }

    private List<String> edges(UUID me, UUID other) {
        return world
                .rows(
                        "MATCH (:User {id: $me})-[r]-(:User {id: $other}) RETURN type(r) AS type ORDER BY type",
                        "me",
                        me.toString(),
                        "other",
                        other.toString())
                .stream()
                .map(row -> row.get("type").asString())
                .toList();
    }
}
