package org.summertrip.graph.block;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.graph.follow.Follows;
import org.summertrip.graph.friendship.Friendships;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.user.UserGraph;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.problem.ProblemException;

/** Blocking: one transaction with the end of the friendship, of the requests and of the follows between the two. */
@Singleton
class Blocks {
    private final Neo4j neo4j;
    private final UserGraph users;
    private final BlockGraph graph;
    private final Friendships friendships;
    private final Follows follows;
    private final OutboxRelay relay;

    Blocks(
            Neo4j neo4j,
            UserGraph users,
            BlockGraph graph,
            Friendships friendships,
            Follows follows,
            OutboxRelay relay) {
        this.neo4j = neo4j;
        this.users = users;
        this.graph = graph;
        this.friendships = friendships;
        this.follows = follows;
        this.relay = relay;
    }

    /**
     * Blocks somebody, if that is not so already. Who is blocked may block back, so as not to find out.
     *
     * @throws ProblemException 404 when there is no such person
     */
    Uni<Void> block(UUID me, UUID other) {
        return neo4j.write(transaction -> users.lockWithCaller(transaction, me, other)
                        .flatMap(locked -> graph.block(transaction, me, other))
                        .flatMap(known -> known ? endAll(transaction, me, other) : notFound()))
                .invoke(relay::wake);
    }

    private Uni<Void> endAll(Transaction transaction, UUID me, UUID other) {
        return friendships.end(transaction, me, other).flatMap(ended -> follows.end(transaction, me, other));
    }

    private static Uni<Void> notFound() {
        return Uni.createFrom().failure(ProblemException.notFound());
    }

    /** What was between the two does not come back. */
    Uni<Void> unblock(UUID me, UUID other) {
        return neo4j.write(transaction -> graph.unblock(transaction, me, other));
    }
}
