package org.summertrip.graph.friendship;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.store.WarmUp;
import org.summertrip.graph.user.Position;
import org.summertrip.graph.user.PublicUser;

/**
 * Every query about FRIEND and REQUESTED. Those that change something expect the locks on both people. Beside the edges they
 * count on (:User) what the rules for anomalies ask for: {@code burst} requests since {@code burstSince}, the
 * {@code peakBurst} of late, and how many requests were {@code accepted} and {@code declined}.
 */
@Singleton
class FriendshipGraph implements WarmUp {
    private static final String BOND = """
            MATCH (me:User {id: $me}), (other:User {id: $other})
            WHERE other.createdAt IS NOT NULL AND NOT EXISTS { (me)-[:BLOCKED]-(other) }
            RETURN other AS user,
                   head([(me)-[f:FRIEND]-(other) | f.since]) AS friendsSince,
                   head([(me)-[r:REQUESTED]->(other) | r.at]) AS asked,
                   head([(me)<-[r:REQUESTED]-(other) | r.at]) AS askedBy,
                   me.createdAt AS joinedAt,
                   COUNT { (me)-[:REQUESTED]->() } AS waiting,
                   COUNT { (me)-[:FRIEND]-() } AS friends,
                   COUNT { (other)-[:FRIEND]-() } AS othersFriends""";

    private static final String ASK = """
            MATCH (me:User {id: $me}), (other:User {id: $other})
            CREATE (me)-[:REQUESTED {at: $at}]->(other)
            WITH me, me.burstSince >= $burstBegins AS goesOn
            SET me.burstSince = CASE WHEN goesOn THEN me.burstSince ELSE $at END,
                me.burst = CASE WHEN goesOn THEN me.burst + 1 ELSE 1 END
            WITH me
            WHERE me.peakAt IS NULL OR me.burst >= me.peakBurst OR me.peakAt < $peakBegins
            SET me.peakBurst = me.burst, me.peakAt = $at""";

    private static final String BEFRIEND = """
            MATCH (low:User {id: $low}), (high:User {id: $high})
            OPTIONAL MATCH (low)-[r:REQUESTED]-(high)
            FOREACH (asker IN CASE WHEN r IS NULL THEN [] ELSE [startNode(r)] END |
                SET asker.accepted = coalesce(asker.accepted, 0) + 1)
            DELETE r
            WITH DISTINCT low, high
            CREATE (low)-[:FRIEND {since: $since}]->(high)""";

    private static final String DROP_REQUESTS = """
            MATCH (me:User {id: $me})-[r:REQUESTED]-(other:User {id: $other})
            FOREACH (asker IN CASE WHEN endNode(r) = me THEN [other] ELSE [] END |
                SET asker.declined = coalesce(asker.declined, 0) + 1)
            DELETE r""";

    private static final String PART = """
            MATCH (:User {id: $me})-[f:FRIEND]-(:User {id: $other})
            DELETE f
            RETURN 1""";

    private static final String FRIENDS = """
            MATCH (:User {id: $me})-[f:FRIEND]-(other:User)
            WHERE other.createdAt IS NOT NULL
              AND ($at IS NULL OR f.since < $at OR (f.since = $at AND other.id < $id))
            RETURN other AS user, f.since AS since
            ORDER BY since DESC, other.id DESC
            LIMIT $limit""";

    private static final String INCOMING = """
            MATCH (:User {id: $me})<-[r:REQUESTED]-(other:User)
            """;
    private static final String OUTGOING = """
            MATCH (:User {id: $me})-[r:REQUESTED]->(other:User)
            """;
    private static final String REQUESTS = """
            WHERE other.createdAt IS NOT NULL
              AND ($at IS NULL OR r.at < $at OR (r.at = $at AND other.id < $id))
            RETURN other AS user, r.at AS at
            ORDER BY at DESC, other.id DESC
            LIMIT $limit""";
    private static final String INCOMING_REQUESTS = INCOMING + REQUESTS;
    private static final String OUTGOING_REQUESTS = OUTGOING + REQUESTS;

    private static final String FRIEND_COUNT = "MATCH (me:User {id: $me}) RETURN COUNT { (me)-[:FRIEND]-() } AS count";
    private static final String INCOMING_COUNT =
            "MATCH (me:User {id: $me}) RETURN COUNT { (me)<-[:REQUESTED]-() } AS count";
    private static final String OUTGOING_COUNT =
            "MATCH (me:User {id: $me}) RETURN COUNT { (me)-[:REQUESTED]->() } AS count";

    private final FriendLimits limits;

    FriendshipGraph(FriendLimits limits) {
        this.limits = limits;
    }

    @Override
    public Uni<Void> warmUp(Transaction transaction) {
        UUID nobody = new UUID(0, 0);
        return bond(transaction, nobody, nobody)
                .flatMap(warm -> friends(transaction, nobody, null, 1))
                .flatMap(warm -> friendCount(transaction, nobody))
                .flatMap(warm -> requests(transaction, nobody, Direction.IN, null, 1))
                .flatMap(warm -> requests(transaction, nobody, Direction.OUT, null, 1))
                .replaceWithVoid();
    }

    /** Empty when the other one is not known or hidden by a block, whoever blocked whom. */
    Uni<Optional<Bond>> bond(Transaction transaction, UUID me, UUID other) {
        return transaction.first(BOND, pair(me, other)).map(found -> found.map(FriendshipGraph::bond));
    }

    private static Bond bond(Record row) {
        return new Bond(
                PublicUser.of(row.get("user")),
                Moments.read(row.get("friendsSince")),
                Moments.read(row.get("asked")),
                Moments.read(row.get("askedBy")),
                new Bond.Room(
                        Moments.read(row.get("joinedAt")),
                        row.get("waiting").asLong(),
                        row.get("friends").asLong(),
                        row.get("othersFriends").asLong()));
    }

    Uni<Void> ask(Transaction transaction, UUID me, UUID other, Instant at) {
        return transaction.run(
                ASK,
                parameters(
                        "me", me.toString(),
                        "other", other.toString(),
                        "at", Moments.write(at),
                        "burstBegins", Moments.write(at.minus(limits.burstWindow())),
                        "peakBegins", Moments.write(at.minus(limits.burstMemory()))));
    }

    /** Makes friends of two who are not, and answers what requests there were. */
    Uni<Void> befriend(Transaction transaction, UUID one, UUID other, Instant since) {
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        return transaction.run(
                BEFRIEND,
                parameters(
                        "low", (inOrder ? one : other).toString(),
                        "high", (inOrder ? other : one).toString(),
                        "since", Moments.write(since)));
    }

    Uni<Void> dropRequests(Transaction transaction, UUID me, UUID other) {
        return transaction.run(DROP_REQUESTS, pair(me, other));
    }

    /** Whether they had been friends. */
    Uni<Boolean> part(Transaction transaction, UUID me, UUID other) {
        return transaction.first(PART, pair(me, other)).map(Optional::isPresent);
    }

    Uni<Long> friendCount(Transaction transaction, UUID me) {
        return count(transaction, FRIEND_COUNT, me);
    }

    Uni<Long> requestCount(Transaction transaction, UUID me, Direction direction) {
        return count(transaction, direction == Direction.IN ? INCOMING_COUNT : OUTGOING_COUNT, me);
    }

    private static Uni<Long> count(Transaction transaction, String query, UUID me) {
        return transaction
                .first(query, parameters("me", me.toString()))
                .map(row -> row.map(found -> found.get("count").asLong()).orElse(0L));
    }

    /** Newest first, those after a position; null for the beginning. */
    Uni<List<Friend>> friends(Transaction transaction, UUID me, Position after, int limit) {
        return transaction
                .list(FRIENDS, Position.parameters(me, after, limit))
                .map(rows -> rows.stream()
                        .map(row -> new Friend(PublicUser.of(row.get("user")), Moments.read(row.get("since"))))
                        .toList());
    }

    /** Newest first, those after a position; null for the beginning. */
    Uni<List<FriendRequest>> requests(
            Transaction transaction, UUID me, Direction direction, Position after, int limit) {
        String query = direction == Direction.IN ? INCOMING_REQUESTS : OUTGOING_REQUESTS;
        return transaction
                .list(query, Position.parameters(me, after, limit))
                .map(rows -> rows.stream().map(row -> request(row, direction)).toList());
    }

    private static FriendRequest request(Record row, Direction direction) {
        return new FriendRequest(PublicUser.of(row.get("user")), direction, Moments.read(row.get("at")));
    }

    private static Value pair(UUID me, UUID other) {
        return parameters("me", me.toString(), "other", other.toString());
    }
}
