package org.summertrip.graph.analysis;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.summertrip.graph.analysis.Insight.Found;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Transaction;

/**
 * Reads the graph and writes what was found. It is read in pages, each a short transaction: one result with all edges took a small
 * server's memory. Edges name their ends by Neo4j's own numbers, a fifth of the bytes of an id; should one change hands between two
 * pages, an edge is wrong until the next time.
 */
@Singleton
class AnalysisGraph {
    private static final int PAGE = 1000;

    private static final String PAGE_OF_PEOPLE = """
            MATCH (u:User)
            WHERE u.id > $after AND u.createdAt IS NOT NULL
            WITH u
            ORDER BY u.id
            LIMIT $limit
            RETURN id(u) AS key, u.id AS id, u.community AS community,
                   [(u)-[:FRIEND]->(friend) | id(friend)] AS friends,
                   [(u)-[:FOLLOWS]->(idol) | id(idol)] AS idols
            ORDER BY id""";

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

    /** The next people with their edges. */
    Uni<List<Record>> readPage(Transaction transaction, String after) {
        return transaction.list(PAGE_OF_PEOPLE, parameters("after", after, "limit", PAGE));
    }

    /** Adds a page; whether there may be more. */
    boolean take(Population people, List<Record> page) {
        page.forEach(row -> take(people, row));
        return page.size() == PAGE;
    }

    private static void take(Population people, Record row) {
        int key = row.get("key").asInt();
        people.add(key, row.get("id").asString(), row.get("community").asString(null));
        row.get("friends").values(Value::asInt).forEach(friend -> people.addFriendship(key, friend));
        row.get("idols").values(Value::asInt).forEach(idol -> people.addFollow(key, idol));
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
