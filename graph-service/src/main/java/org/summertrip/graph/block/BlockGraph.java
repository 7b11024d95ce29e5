package org.summertrip.graph.block;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.user.Position;
import org.summertrip.graph.user.PublicUser;

/** Every query that makes, ends or lists BLOCKED; who must respect it asks for it in queries of its own. */
@Singleton
class BlockGraph {
    private static final String BLOCK = """
            MATCH (me:User {id: $me}), (other:User {id: $other})
            WHERE other.createdAt IS NOT NULL
            WITH me, other, NOT EXISTS { (me)-[:BLOCKED]->(other) } AS isNew
            MERGE (me)-[b:BLOCKED]->(other)
            ON CREATE SET b.since = $since
            RETURN isNew""";

    private static final String UNBLOCK = """
            MATCH (:User {id: $me})-[b:BLOCKED]->(:User {id: $other})
            DELETE b
            RETURN 1""";

    private static final String BLOCKED = """
            MATCH (:User {id: $me})-[b:BLOCKED]->(other:User)
            WHERE other.createdAt IS NOT NULL
              AND ($at IS NULL OR b.since < $at OR (b.since = $at AND other.id < $id))
            RETURN other AS user, b.since AS since
            ORDER BY since DESC, other.id DESC
            LIMIT $limit""";

    /** Expects the locks on both. Whether the block is new; empty when the other one is not known. */
    Uni<Optional<Boolean>> block(Transaction transaction, UUID me, UUID other, Instant since) {
        return transaction
                .first(BLOCK, parameters("me", me.toString(), "other", other.toString(), "since", Moments.write(since)))
                .map(found -> found.map(row -> row.get("isNew").asBoolean()));
    }

    /** Whether there was a block to lift. */
    Uni<Boolean> unblock(Transaction transaction, UUID me, UUID other) {
        return transaction
                .first(UNBLOCK, parameters("me", me.toString(), "other", other.toString()))
                .map(Optional::isPresent);
    }

    /** Newest first, those after a position; null for the beginning. */
    Uni<List<Block>> blocked(Transaction transaction, UUID me, Position after, int limit) {
        return transaction
                .list(BLOCKED, Position.parameters(me, after, limit))
                .map(rows -> rows.stream()
                        .map(row -> new Block(PublicUser.of(row.get("user")), Moments.read(row.get("since"))))
                        .toList());
    }
}
