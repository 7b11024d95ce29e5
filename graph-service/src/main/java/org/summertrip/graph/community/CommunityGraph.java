package org.summertrip.graph.community;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.neo4j.driver.Record;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.user.PublicUser;

/** Queries about (:Community)-[:SHOWS {rank}]-&gt;(:User). Whom a block hides is neither shown nor counted. */
@Singleton
class CommunityGraph {
    private static final int SHOWN = 10;

    private static final String LIST = """
            MATCH (c:Community)
            WHERE $size IS NULL OR c.size < $size OR (c.size = $size AND c.id > $id)
            WITH c
            ORDER BY c.size DESC, c.id
            LIMIT $limit
            OPTIONAL MATCH (me:User {id: $me})
            CALL (c, me) {
                MATCH (c)-[s:SHOWS]->(u:User)
                WHERE NOT EXISTS { (u)-[:BLOCKED]-(me) }
                WITH u, s.rank AS rank
                ORDER BY rank
                LIMIT $shown
                RETURN collect(u) AS members
            }
            RETURN c.id AS id, c.size AS size, c.computedAt AS computedAt, members,
                   COUNT { (me)-[:BLOCKED]-(:User {community: c.id}) } AS hidden,
                   coalesce(me.community = c.id, false) AS mine
            ORDER BY size DESC, id""";

    /** Where a page ended, by the size that is stored. */
    record Row(long storedSize, Community community) {}

    /** Biggest first, those after a position; nulls for the beginning. */
    Uni<List<Row>> list(Transaction transaction, UUID me, Long size, String id, int limit) {
        return transaction
                .list(LIST, parameters("me", me.toString(), "size", size, "id", id, "limit", limit, "shown", SHOWN))
                .map(rows -> rows.stream().map(CommunityGraph::row).toList());
    }

    private static Row row(Record row) {
        long stored = row.get("size").asLong();
        return new Row(
                stored,
                new Community(
                        UUID.fromString(row.get("id").asString()),
                        stored - row.get("hidden").asLong(),
                        row.get("members").asList(PublicUser::of),
                        row.get("mine").asBoolean(),
                        Moments.read(row.get("computedAt"))));
    }
}
