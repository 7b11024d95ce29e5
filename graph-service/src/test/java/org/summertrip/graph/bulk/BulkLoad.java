package org.summertrip.graph.bulk;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

/**
 * Fills Neo4j with a large graph, past the service, in the form in which the service keeps it. The store must have been
 * migrated by a service. {@code BulkLoad <people> <friendships>}, with NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD in the
 * environment; {@code BulkLoad clear} removes what it made.
 */
public final class BulkLoad {
    private static final int BATCH = 5000;
    private static final long SEED = 2026;
    private static final ZonedDateTime LONG_AGO = ZonedDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String PEOPLE = """
            UNWIND $rows AS row
            CREATE (:User {id: row.id, firstName: row.firstName, lastName: 'Bulk', createdAt: $at, updatedAt: $at, bulk: true})""";
    private static final String TRIPS = """
            UNWIND $rows AS row
            CREATE (g:Group {id: row.id, name: 'Trip', visibility: 'closed', createdAt: $at, updatedAt: $at, bulk: true})
            WITH g, row
            UNWIND row.members AS member
            MATCH (u:User {id: member})
            CREATE (u)-[:MEMBER_OF {role: 'member', since: $at, joinedAt: $at, roleAt: $at}]->(g)""";
    private static final String FRIENDSHIPS = """
            UNWIND $rows AS row
            MATCH (a:User {id: row.id})
            UNWIND row.friends AS friend
            MATCH (b:User {id: friend})
            CREATE (a)-[:FRIEND {since: $at}]->(b)""";
    private static final String CLEAR = """
            MATCH (n:%s {bulk: true})
            WITH n LIMIT 1000
            DETACH DELETE n
            RETURN count(*) AS count""";

    private final Session session;
    private final SyntheticGraph graph;
    private final List<String> ids = new ArrayList<>();

    BulkLoad(Session session, SyntheticGraph graph) {
        this.session = session;
        this.graph = graph;
        TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();
        for (int i = 0; i < graph.people(); i++) {
            ids.add(generator.generate().toString());
        }
    }

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        try (Driver driver = GraphDatabase.driver(
                        environment.get("NEO4J_URI"),
                        AuthTokens.basic(
                                environment.getOrDefault("NEO4J_USERNAME", "neo4j"),
                                environment.get("NEO4J_PASSWORD")));
                Session session = driver.session()) {
            if (arguments.length == 1 && arguments[0].equals("clear")) {
                clear(session);
            } else {
                int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
                int friendships = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000_000;
                new BulkLoad(session, new SyntheticGraph(people, friendships, SEED)).load();
            }
        }
    }

    /** Ids by number. */
    List<String> load() {
        loadPeople();
        loadTrips();
        loadFriendships();
        return ids;
    }

    private void loadPeople() {
        Progress progress = new Progress("people", ids.size());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(Map.of("id", ids.get(i), "firstName", "P" + i));
            if (rows.size() == BATCH || i == ids.size() - 1) {
                write(PEOPLE, rows);
                progress.advance(rows.size());
                rows.clear();
            }
        }
    }

    private void loadTrips() {
        List<int[]> trips = graph.trips();
        TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();
        Progress progress = new Progress("trips", trips.size());
        for (int from = 0; from < trips.size(); from += 1000) {
            List<Map<String, Object>> rows = trips.subList(from, Math.min(from + 1000, trips.size())).stream()
                    .map(trip -> Map.<String, Object>of(
                            "id",
                            generator.generate().toString(),
                            "members",
                            Arrays.stream(trip).mapToObj(ids::get).toList()))
                    .toList();
            write(TRIPS, rows);
            progress.advance(rows.size());
        }
    }

    /** From the smaller id to the greater, as the service does: ids grow with the numbers. */
    private void loadFriendships() {
        Progress progress = new Progress("friendships", graph.friendships());
        List<Map<String, Object>> rows = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < ids.size(); i++) {
            int one = i;
            List<String> greater = Arrays.stream(graph.friendsOf(i))
                    .filter(other -> other > one)
                    .mapToObj(ids::get)
                    .toList();
            rows.add(Map.of("id", ids.get(i), "friends", greater));
            size += greater.size();
            if (size >= BATCH || i == ids.size() - 1) {
                write(FRIENDSHIPS, rows);
                progress.advance(size);
                rows.clear();
                size = 0;
            }
        }
    }

    private void write(String query, List<Map<String, Object>> rows) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("rows", rows);
        parameters.put("at", LONG_AGO);
        session.executeWriteWithoutResult(
                transaction -> transaction.run(query, parameters).consume());
    }

    private static void clear(Session session) {
        for (String label : List.of("User", "Group")) {
            long left;
            do {
                left = session.executeWrite(transaction -> transaction
                        .run(CLEAR.formatted(label))
                        .single()
                        .get("count")
                        .asLong());
                System.out.println(label + ": " + left + " removed");
            } while (left > 0);
        }
    }
}
