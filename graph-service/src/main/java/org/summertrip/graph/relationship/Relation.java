package org.summertrip.graph.relationship;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/**
 * The kinds of edges, as the graph names them. Each has its own texts: a type is part of a query and cannot be a parameter.
 */
@RegisterForReflection
public enum Relation {
    FRIEND,
    MEMBER_OF,
    FOLLOWS,
    REQUESTED,
    BLOCKED;

    private static final String RESULT = """
            WHERE a.createdAt IS NOT NULL AND b.createdAt IS NOT NULL
            RETURN a, b
            LIMIT $limit""";

    /** From the query parameter, which has been validated; null for none. */
    static Relation of(String value) {
        return value == null ? null : valueOf(value.toUpperCase(Locale.ROOT));
    }

    /** Edges that begin or end at $me. */
    String around() {
        return "MATCH (me:User {id: $me})-[r:" + name() + "]-()\n" + "WITH startNode(r) AS a, endNode(r) AS b\n"
                + RESULT;
    }

    /** Edges that begin at $me: all of its blocks that somebody may know of. */
    String from() {
        return "MATCH (a:User {id: $me})-[:" + name() + "]->(b)\n" + RESULT;
    }

    /** Edges of anybody. */
    String anywhere() {
        return "MATCH (a)-[:" + name() + "]->(b)\n" + RESULT;
    }
}
