package org.summertrip.graph.influence;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.user.PublicUser;

/** Reads {@code User.influence} in the order of its index, so that a page costs a page. */
@Singleton
class InfluenceGraph {
    private static final String LIST = """
            MATCH (u:User)
            WHERE u.influence <= $score AND (u.influence < $score OR u.id > $id)
              AND NOT EXISTS { (u)-[:BLOCKED]-(:User {id: $me}) }
            RETURN u AS user, u.influence AS score, u.computedAt AS computedAt
            ORDER BY score DESC, u.id
            LIMIT $limit""";

    /** Highest score first, those after a position. */
    Uni<List<Influencer>> list(Transaction transaction, UUID me, double score, String id, int limit) {
        return transaction
                .list(LIST, parameters("me", me.toString(), "score", score, "id", id, "limit", limit))
                .map(rows -> rows.stream()
                        .map(row -> new Influencer(
                                PublicUser.of(row.get("user")),
                                row.get("score").asDouble(),
                                Moments.read(row.get("computedAt"))))
                        .toList());
    }
}
