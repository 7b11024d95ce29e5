package org.summertrip.graph.follow;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.store.WarmUp;
import org.summertrip.graph.user.Position;
import org.summertrip.graph.user.PublicUser;

/** Every query about FOLLOWS. Those that make one expect the locks on both people. */
@Singleton
class FollowGraph implements WarmUp {
    private static final String FOLLOW = """
            MATCH (me:User {id: $me}), (other:User {id: $other})
            WHERE other.createdAt IS NOT NULL AND NOT EXISTS { (me)-[:BLOCKED]-(other) }
            MERGE (me)-[f:FOLLOWS]->(other)
            ON CREATE SET f.since = $since
            RETURN 1""";

    private static final String UNFOLLOW = """
            MATCH (:User {id: $me})-[f:FOLLOWS]->(:User {id: $other})
            DELETE f""";

    private static final String END = """
            MATCH (:User {id: $me})-[f:FOLLOWS]-(:User {id: $other})
            DELETE f""";

    private static final String PAGE = """
            WHERE other.createdAt IS NOT NULL
              AND ($at IS NULL OR f.since < $at OR (f.since = $at AND other.id < $id))
            RETURN other AS user, f.since AS since
            ORDER BY since DESC, other.id DESC
            LIMIT $limit""";
    private static final String FOLLOWED = "MATCH (:User {id: $me})-[f:FOLLOWS]->(other:User)\n" + PAGE;
    private static final String FOLLOWERS = "MATCH (:User {id: $me})<-[f:FOLLOWS]-(other:User)\n" + PAGE;

    private static final String FOLLOWED_COUNT =
            "MATCH (me:User {id: $me}) RETURN COUNT { (me)-[:FOLLOWS]->() } AS count";
    private static final String FOLLOWER_COUNT =
            "MATCH (me:User {id: $me}) RETURN COUNT { (me)<-[:FOLLOWS]-() } AS count";

    @Override
    public Uni<Void> warmUp(Transaction transaction) {
        UUID nobody = new UUID(0, 0);
        return followers(transaction, nobody, null, 1)
                .flatMap(warm -> followed(transaction, nobody, null, 1))
                .replaceWithVoid();
    }

    /** False when the other one is not known or hidden by a block. */
    Uni<Boolean> follow(Transaction transaction, UUID me, UUID other, Instant since) {
        return transaction
                .first(
                        FOLLOW,
                        parameters("me", me.toString(), "other", other.toString(), "since", Moments.write(since)))
                .map(Optional::isPresent);
    }

    Uni<Void> unfollow(Transaction transaction, UUID me, UUID other) {
        return transaction.run(UNFOLLOW, parameters("me", me.toString(), "other", other.toString()));
    }

    /** In both directions. */
    Uni<Void> end(Transaction transaction, UUID me, UUID other) {
        return transaction.run(END, parameters("me", me.toString(), "other", other.toString()));
    }

    Uni<Long> followedCount(Transaction transaction, UUID me) {
        return count(transaction, FOLLOWED_COUNT, me);
    }

    Uni<Long> followerCount(Transaction transaction, UUID me) {
        return count(transaction, FOLLOWER_COUNT, me);
    }

    private static Uni<Long> count(Transaction transaction, String query, UUID me) {
        return transaction
                .first(query, parameters("me", me.toString()))
                .map(row -> row.map(found -> found.get("count").asLong()).orElse(0L));
    }

    /** Newest first, those after a position; null for the beginning. */
    Uni<List<Follow>> followed(Transaction transaction, UUID me, Position after, int limit) {
        return page(transaction, FOLLOWED, me, after, limit);
    }

    /** Newest first, those after a position; null for the beginning. */
    Uni<List<Follow>> followers(Transaction transaction, UUID me, Position after, int limit) {
        return page(transaction, FOLLOWERS, me, after, limit);
    }

    private static Uni<List<Follow>> page(Transaction transaction, String query, UUID me, Position after, int limit) {
        return transaction
                .list(query, Position.parameters(me, after, limit))
                .map(rows -> rows.stream()
                        .map(row -> new Follow(PublicUser.of(row.get("user")), Moments.read(row.get("since"))))
                        .toList());
    }
}
