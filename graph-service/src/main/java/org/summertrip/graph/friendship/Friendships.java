package org.summertrip.graph.friendship;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.summertrip.graph.GraphError;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.user.UserGraph;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.problem.ProblemException;

/**
 * How two people become friends and part again. Each step is one transaction: lock both, look at what is between them, decide,
 * write the edge and the event. The locks make two who ask each other at once come one after the other, so the second finds
 * the first one's request and they are friends, once.
 */
@Singleton
public class Friendships {
    private final Neo4j neo4j;
    private final UserGraph users;
    private final FriendshipGraph graph;
    private final FriendEvents events;
    private final FriendLimits limits;
    private final OutboxRelay relay;
    private final Clock clock;

    Friendships(
            Neo4j neo4j,
            UserGraph users,
            FriendshipGraph graph,
            FriendEvents events,
            FriendLimits limits,
            OutboxRelay relay,
            Clock clock) {
        this.neo4j = neo4j;
        this.users = users;
        this.graph = graph;
        this.events = events;
        this.limits = limits;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Asks somebody, or accepts when that one has asked already.
     *
     * @throws ProblemException 404 when there is no such person to the caller, 409 when they are friends or a limit is reached
     */
    Uni<Asked> ask(UUID me, UUID other) {
        return neo4j.write(transaction -> users.lockWithCaller(transaction, me, other)
                        .flatMap(locked -> visibleBond(transaction, me, other))
                        .flatMap(bond -> ask(transaction, me, bond)))
                .invoke(relay::wake);
    }

    private Uni<Asked> ask(Transaction transaction, UUID me, Bond bond) {
        if (bond.friendsSince() != null) {
            throw new ProblemException(GraphError.ALREADY_FRIENDS);
        }
        if (bond.askedBy() != null) {
            return befriend(transaction, me, bond).map(friend -> new Asked(false, friend));
        }
        if (bond.asked() != null) {
            return Uni.createFrom()
                    .item(new Asked(false, new FriendRequest(bond.other(), Direction.OUT, bond.asked())));
        }
        UUID other = bond.other().id();
        Instant now = Moments.now(clock);
        if (bond.room().waiting() >= limits.requestsOf(bond.room().joinedAt(), now)) {
            throw new ProblemException(GraphError.REQUEST_LIMIT);
        }
        return graph.ask(transaction, me, other, now)
                .flatMap(asked -> events.requested(transaction, me, other, now))
                .replaceWith(new Asked(true, new FriendRequest(bond.other(), Direction.OUT, now)));
    }

    /**
     * Says yes to somebody's request; that they are friends already is as good.
     *
     * @throws ProblemException 404 when there is no such request, 409 when one of the two has too many friends
     */
    Uni<Friend> accept(UUID me, UUID other) {
        return neo4j.write(transaction -> users.lock(transaction, me, other)
                        .flatMap(locked -> visibleBond(transaction, me, other))
                        .flatMap(bond -> accept(transaction, me, bond)))
                .invoke(relay::wake);
    }

    private Uni<Friend> accept(Transaction transaction, UUID me, Bond bond) {
        if (bond.friendsSince() != null) {
            return Uni.createFrom().item(new Friend(bond.other(), bond.friendsSince()));
        }
        if (bond.askedBy() == null) {
            throw ProblemException.notFound();
        }
        return befriend(transaction, me, bond);
    }

    private Uni<Friend> befriend(Transaction transaction, UUID me, Bond bond) {
        if (Math.max(bond.room().friends(), bond.room().othersFriends()) >= limits.friends()) {
            throw new ProblemException(GraphError.FRIEND_LIMIT);
        }
        UUID other = bond.other().id();
        Instant now = Moments.now(clock);
        return graph.befriend(transaction, me, other, now)
                .flatMap(done -> events.accepted(transaction, me, other, now))
                .replaceWith(new Friend(bond.other(), now));
    }

    /** Declines the other's request or withdraws one's own. Nobody is told. */
    Uni<Void> dropRequests(UUID me, UUID other) {
        return neo4j.write(transaction ->
                users.lock(transaction, me, other).flatMap(locked -> graph.dropRequests(transaction, me, other)));
    }

    /** Ends a friendship, if there is one. */
    Uni<Void> part(UUID me, UUID other) {
        return neo4j.write(transaction ->
                        users.lock(transaction, me, other).flatMap(locked -> part(transaction, me, other)))
                .invoke(relay::wake);
    }

    /**
     * Takes away whatever there is between the two, as a part of something greater that holds the locks on both. {@link #tell}
     * when that is committed: the end of a friendship is an event.
     */
    public Uni<Void> end(Transaction transaction, UUID me, UUID other) {
        return graph.dropRequests(transaction, me, other).flatMap(dropped -> part(transaction, me, other));
    }

    /** Publishes what {@link #end}, or another part of something greater, has stored; after its commit. */
    public void tell() {
        relay.wake();
    }

    private Uni<Void> part(Transaction transaction, UUID me, UUID other) {
        return graph.part(transaction, me, other)
                .flatMap(parted -> parted
                        ? events.removed(transaction, me, other, Moments.now(clock))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Bond> visibleBond(Transaction transaction, UUID me, UUID other) {
        return graph.bond(transaction, me, other).map(bond -> bond.orElseThrow(ProblemException::notFound));
    }
}
