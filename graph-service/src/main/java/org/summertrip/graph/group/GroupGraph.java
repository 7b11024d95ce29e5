package org.summertrip.graph.group;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.user.Erasure;

/** Every query about (:Group) alone; they go as those about (:User). */
@Singleton
class GroupGraph {
    private static final String LEARN = """
            MERGE (g:Group {id: $id})
            SET g.taken = true
            WITH g,
                 EXISTS { (:Erased {digest: $digest}) } AS erased,
                 g.updatedAt IS NULL OR g.updatedAt <= $facts.updatedAt AS news
            FOREACH (gone IN CASE WHEN erased THEN [g] ELSE [] END | DETACH DELETE gone)
            FOREACH (known IN CASE WHEN news AND NOT erased THEN [g] ELSE [] END | SET known += $facts)""";

    private static final String DELETE = """
            MERGE (g:Group {id: $id})
            SET g.taken = true
            MERGE (e:Erased {digest: $digest})
            ON CREATE SET e.at = $at
            DETACH DELETE g""";

    private final Neo4j neo4j;
    private final Clock clock;

    GroupGraph(Neo4j neo4j, Clock clock) {
        this.neo4j = neo4j;
        this.clock = clock;
    }

    /** Takes in what is newer than what is known, unless the group has been deleted. */
    Uni<Void> learn(GroupFacts group) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("name", group.name());
        facts.put("description", group.description());
        facts.put("destination", group.destination());
        facts.put("startsOn", group.startsOn());
        facts.put("endsOn", group.endsOn());
        facts.put("visibility", group.visibility());
        facts.put("maxMembers", group.maxMembers());
        facts.put("createdAt", Moments.write(group.createdAt()));
        facts.put("updatedAt", Moments.write(group.updatedAt()));
        return neo4j.write(transaction -> transaction.run(
                LEARN, parameters("id", group.id().toString(), "digest", Erasure.digest(group.id()), "facts", facts)));
    }

    /** Removes the group with every membership, for good. */
    Uni<Void> delete(UUID id) {
        return neo4j.write(transaction -> transaction.run(
                DELETE,
                parameters(
                        "id", id.toString(),
                        "digest", Erasure.digest(id),
                        "at", Moments.write(Moments.now(clock)))));
    }
}
