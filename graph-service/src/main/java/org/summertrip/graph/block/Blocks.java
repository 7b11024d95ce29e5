package org.summertrip.graph.block;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.summertrip.graph.follow.Follows;
import org.summertrip.graph.friendship.Friendships;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.user.UserGraph;
import org.summertrip.kit.problem.ProblemException;

/** Blocking: one transaction with the end of the friendship, of the requests and of the follows between the two. */
@Singleton
class Blocks {
    private final Neo4j neo4j;
    private final UserGraph users;
    private final BlockGraph graph;
    private final BlockEvents events;
    private final Friendships friendships;
    private final Follows follows;
    private final Clock clock;

    Blocks(
            Neo4j neo4j,
            UserGraph users,
            BlockGraph graph,
            BlockEvents events,
            Friendships friendships,
            Follows follows,
            Clock clock) {
        this.neo4j = neo4j;
        this.users = users;
        this.graph = graph;
        this.events = events;
        this.friendships = friendships;
        this.follows = follows;
        this.clock = clock;
    }

    /**
     * Blocks somebody, if that is not so already. Who is blocked may block back, so as not to find out.
     *
     * @throws ProblemException 404 when there is no such person
     */
    Uni<Void> block(UUID me, UUID other) {
        Instant now = Moments.now(clock);
        return neo4j.write(transaction -> users.lockWithCaller(transaction, me, other)
                        .flatMap(locked -> graph.block(transaction, me, other, now))
                        .map(known -> known.orElseThrow(ProblemException::notFound))
                        .flatMap(isNew -> isNew ? beginBlock(transaction, me, other, now) : done()))
                .invoke(friendships::tell);
    }

    private Uni<Void> beginBlock(Transaction transaction, UUID me, UUID other, Instant now) {
        return friendships
                .end(transaction, me, other)
                .flatMap(parted -> follows.end(transaction, me, other))
                .flatMap(ended -> events.blocked(transaction, me, other, now));
    }

    /** Lifts a block, if there is one. What was between the two does not come back. */
    Uni<Void> unblock(UUID me, UUID other) {
        return neo4j.write(transaction -> users.lock(transaction, me, other)
                        .flatMap(locked -> graph.unblock(transaction, me, other))
                        .flatMap(lifted ->
                                lifted ? events.unblocked(transaction, me, other, Moments.now(clock)) : done()))
                .invoke(friendships::tell);
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
