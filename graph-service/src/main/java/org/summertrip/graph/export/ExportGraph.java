package org.summertrip.graph.export;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.summertrip.graph.store.Neo4j;

/** Reads an export, piece by piece. */
@Singleton
class ExportGraph {
    static final int PAGE = 1000;

    private static final String PROFILE = "MATCH (me:User {id: $me}) RETURN properties(me) AS facts";

    private static final String FINDINGS = """
            MATCH (:User {id: $me})<-[:CONCERNS]-(a:Anomaly)
            RETURN a.rule AS rule, a.explanation AS explanation, a.foundAt AS foundAt""";

    /** Takes a lock and says nothing of the person. */
    private static final String LOCK = "taken";

    private final Neo4j neo4j;

    ExportGraph(Neo4j neo4j) {
        this.neo4j = neo4j;
    }

    /** What is kept on the person itself; empty when the graph does not know the person. */
    Uni<Map<String, Object>> profile(UUID me) {
        return neo4j.read(transaction -> transaction.first(PROFILE, parameters("me", me.toString())))
                .map(found -> found.map(row -> plain(row.get("facts").asMap())).orElse(Map.of()));
    }

    Uni<List<Map<String, Object>>> findings(UUID me) {
        return neo4j.read(transaction -> transaction.list(FINDINGS, parameters("me", me.toString())))
                .map(rows -> rows.stream().map(row -> plain(row.asMap())).toList());
    }

    /** Up to a page of a section, in the order of ids; a place of "" is its beginning. */
    Uni<List<Map<String, Object>>> page(UUID me, Section section, String after) {
        return neo4j.read(transaction -> transaction.list(
                        section.query(), parameters("me", me.toString(), "after", after, "limit", PAGE)))
                .map(rows -> rows.stream()
                        .map(row -> entry(
                                section,
                                row.get("id").asString(),
                                row.get("facts").asMap()))
                        .toList());
    }

    private static Map<String, Object> entry(Section section, String id, Map<String, Object> facts) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(section.idName(), id);
        entry.putAll(plain(facts));
        return entry;
    }

    private static Map<String, Object> plain(Map<String, Object> facts) {
        Map<String, Object> plain = new TreeMap<>();
        facts.forEach((name, value) -> plain.put(name, value instanceof ZonedDateTime at ? at.toInstant() : value));
        plain.remove(LOCK);
        return plain;
    }
}
