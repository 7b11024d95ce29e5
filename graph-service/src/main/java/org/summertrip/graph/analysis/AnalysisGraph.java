package org.summertrip.graph.analysis;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.neo4j.driver.Values;
import org.summertrip.graph.analysis.Insight.Found;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Transaction;

/**
 * Reads the graph and writes what was found. Edges name their ends by Neo4j's own numbers, which are good for one transaction
 * and a fifth of the bytes of an id.
 */
@Singleton
class AnalysisGraph {
    private static final String PEOPLE = """
            MATCH (u:User)
            WHERE u.createdAt IS NOT NULL
            RETURN id(u) AS key, u.id AS id, u.community AS community""";
    /** Without labels, so that Neo4j goes through its edges one after the other rather than from person to person. */
    private static final String FRIENDSHIPS = "MATCH (a)-[:FRIEND]->(b) RETURN id(a) AS one, id(b) AS other";

    private static final String FOLLOWS = "MATCH (a)-[:FOLLOWS]->(b) RETURN id(a) AS one, id(b) AS other";

    private static final String WRITE = """
            UNWIND $rows AS row
            MATCH (u:User {id: row.id})
            SET u.influence = row.influence, u.community = row.community, u.computedAt = $at""";

    private static final String CLEAR_COMMUNITIES = "MATCH (c:Community) DETACH DELETE c";

    private static final String WRITE_COMMUNITIES = """
            UNWIND $rows AS row
            CREATE (c:Community {id: row.id, size: row.size, computedAt: $at})
            WITH c, row
            UNWIND range(0, size(row.shown) - 1) AS rank
            MATCH (u:User {id: row.shown[rank]})
            CREATE (c)-[:SHOWS {rank: rank}]->(u)""";

    Uni<Population> read(Transaction transaction) {
        Population people = new Population();
        return transaction
                .each(
                        PEOPLE,
                        Values.EmptyMap,
                        row -> people.add(
                                row.get("key").asLong(),
                                row.get("id").asString(),
                                row.get("community").asString(null)))
                .flatMap(read -> transaction.each(
                        FRIENDSHIPS,
                        Values.EmptyMap,
                        row -> people.addFriendship(
                                row.get("one").asLong(), row.get("other").asLong())))
                .flatMap(read -> transaction.each(
                        FOLLOWS,
                        Values.EmptyMap,
                        row -> people.addFollow(
                                row.get("one").asLong(), row.get("other").asLong())))
                .replaceWith(people);
    }

    /** Results of these people, by number: in the order of their ids, in which all who lock two people do so. */
    Uni<Void> write(Transaction transaction, Population people, Insight insight, List<Integer> numbers, Instant at) {
        List<Map<String, Object>> rows = numbers.stream()
                .map(number -> {
                    Map<String, Object> row = new HashMap<>();
                    row.put("id", people.id(number));
                    row.put("influence", insight.influence()[number]);
                    row.put("community", insight.communityOf()[number]);
                    return row;
                })
                .toList();
        return transaction.run(WRITE, parameters("rows", rows, "at", Moments.write(at)));
    }

    /** All communities at once: a reader sees those of before or those of now. */
    Uni<Void> replaceCommunities(Transaction transaction, Population people, List<Found> communities, Instant at) {
        List<Map<String, Object>> rows = communities.stream()
                .map(found -> Map.<String, Object>of(
                        "id",
                        found.id(),
                        "size",
                        found.size(),
                        "shown",
                        IntStream.of(found.shown()).mapToObj(people::id).toList()))
                .toList();
        return transaction
                .run(CLEAR_COMMUNITIES, Values.EmptyMap)
                .flatMap(cleared ->
                        transaction.run(WRITE_COMMUNITIES, parameters("rows", rows, "at", Moments.write(at))));
    }
}
