package org.summertrip.graph.export;

/** One list of an export: edges of one kind, each with the id at its other end and what is kept on it. */
enum Section {
    FRIENDS("friends", "userId", "(me)-[r:FRIEND]-(other:User)"),
    REQUESTS_SENT("requestsSent", "userId", "(me)-[r:REQUESTED]->(other:User)"),
    REQUESTS_RECEIVED("requestsReceived", "userId", "(me)<-[r:REQUESTED]-(other:User)"),
    FOLLOWS("follows", "userId", "(me)-[r:FOLLOWS]->(other:User)"),
    FOLLOWERS("followers", "userId", "(me)<-[r:FOLLOWS]-(other:User)"),
    BLOCKS("blocks", "userId", "(me)-[r:BLOCKED]->(other:User)"),
    DISMISSED("dismissed", "userId", "(me)-[r:DISMISSED]->(other:User)"),
    GROUPS("groups", "groupId", "(me)-[r:MEMBER_OF]->(other:Group)"),
    FORMER_GROUPS("formerGroups", "groupId", "(me)-[r:WAS_MEMBER_OF]->(other:Group)");

    private final String title;
    private final String idName;
    private final String query;

    Section(String title, String idName, String pattern) {
        this.title = title;
        this.idName = idName;
        this.query = "MATCH (me:User {id: $me}) MATCH " + pattern + """

                WHERE other.id > $after
                RETURN other.id AS id, properties(r) AS facts
                ORDER BY id
                LIMIT $limit""";
    }

    String title() {
        return title;
    }

    /** What the id at the other end is called. */
    String idName() {
        return idName;
    }

    String query() {
        return query;
    }
}
