package org.summertrip.graph.relationship;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Value;
import org.summertrip.graph.relationship.Drawing.Line;
import org.summertrip.graph.relationship.Drawing.Node;
import org.summertrip.graph.store.Transaction;

/** Queries for drawings. All of them stop at the limit, and none orders: any piece of the neighbourhood is a fair one. */
@Singleton
class DrawingGraph {
    private static final String AMONG_FRIENDS = """
            MATCH (me:User {id: $me})-[:FRIEND]-(a:User)-[:FRIEND]->(b:User)
            WHERE a.createdAt IS NOT NULL AND b.createdAt IS NOT NULL AND EXISTS { (me)-[:FRIEND]-(b) }
            RETURN a, b
            LIMIT $limit""";

    private static final String FRIENDS_IN_GROUPS = """
            MATCH (me:User {id: $me})-[:MEMBER_OF]->(b:Group)<-[:MEMBER_OF]-(a:User)
            WHERE a.createdAt IS NOT NULL AND b.createdAt IS NOT NULL AND EXISTS { (me)-[:FRIEND]-(a) }
            RETURN a, b
            LIMIT $limit""";

    /** Edges of this kind that begin or end at somebody. Who has blocked somebody is only for admins to know. */
    Uni<List<Line>> around(Transaction transaction, UUID me, Relation type, boolean all, int limit) {
        String query = type == Relation.BLOCKED && !all ? type.from() : type.around();
        return lines(transaction, query, type, me, limit);
    }

    /** Edges of this kind between people and groups around somebody. */
    Uni<List<Line>> among(Transaction transaction, UUID me, Relation type, int limit) {
        return switch (type) {
            case FRIEND -> lines(transaction, AMONG_FRIENDS, type, me, limit);
            case MEMBER_OF -> lines(transaction, FRIENDS_IN_GROUPS, type, me, limit);
            case FOLLOWS, REQUESTED, BLOCKED -> Uni.createFrom().item(List.of());
        };
    }

    /** Edges of this kind, whoever's. */
    Uni<List<Line>> anywhere(Transaction transaction, Relation type, int limit) {
        return lines(transaction, type.anywhere(), type, null, limit);
    }

    private static Uni<List<Line>> lines(Transaction transaction, String query, Relation type, UUID me, int limit) {
        return transaction
                .list(query, parameters("me", me == null ? null : me.toString(), "limit", limit))
                .map(rows -> rows.stream()
                        .map(row -> new Line(node(row.get("a")), node(row.get("b")), type))
                        .toList());
    }

    private static Node node(Value value) {
        UUID id = UUID.fromString(value.get("id").asString());
        return value.asNode().hasLabel("Group")
                ? new Node(id, "Group", value.get("name").asString(null))
                : new Node(id, "User", fullName(value));
    }

    private static String fullName(Value user) {
        String name = Stream.of("firstName", "lastName")
                .map(part -> user.get(part).asString(""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }
}
