package org.summertrip.graph.group;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.neo4j.driver.Record;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.user.Erasure;

/**
 * Every query about memberships: (:User)-[:MEMBER_OF {role, since}]-&gt;(:Group), or WAS_MEMBER_OF, which remembers a leaving so
 * that a joining of before, should it come late, does not count. Both also hold what {@link Membership} is made of.
 */
@Singleton
class MembershipGraph {
    private static final String LOCK_AND_LOOK = """
            MERGE (u:User {id: $userId})
            SET u.taken = true
            MERGE (g:Group {id: $groupId})
            SET g.taken = true
            WITH u, g,
                 EXISTS { (:Erased {digest: $userDigest}) } AS userGone,
                 EXISTS { (:Erased {digest: $groupDigest}) } AS groupGone
            OPTIONAL MATCH (u)-[m:MEMBER_OF|WAS_MEMBER_OF]->(g)
            WITH u, g, userGone, groupGone,
                 m.joinedAt AS joinedAt, m.leftAt AS leftAt, m.role AS role, m.roleAt AS roleAt
            FOREACH (gone IN CASE WHEN userGone THEN [u] ELSE [] END | DETACH DELETE gone)
            FOREACH (gone IN CASE WHEN groupGone THEN [g] ELSE [] END | DETACH DELETE gone)
            RETURN userGone OR groupGone AS gone, joinedAt, leftAt, role, roleAt""";

    private static final String REPLACE = """
            MATCH (u:User {id: $userId}), (g:Group {id: $groupId})
            OPTIONAL MATCH (u)-[old:MEMBER_OF|WAS_MEMBER_OF]->(g)
            DELETE old
            WITH DISTINCT u, g
            """;

    private static final String REPLACE_BY_PRESENT = REPLACE + "CREATE (u)-[m:MEMBER_OF]->(g) SET m = $facts";
    private static final String REPLACE_BY_PAST = REPLACE + "CREATE (u)-[m:WAS_MEMBER_OF]->(g) SET m = $facts";

    private final Neo4j neo4j;

    MembershipGraph(Neo4j neo4j) {
        this.neo4j = neo4j;
    }

    /** Changes what is known of this person in this group, unless one of them is gone. */
    Uni<Void> change(UUID groupId, UUID userId, UnaryOperator<Membership> news) {
        return neo4j.write(transaction -> transaction
                .list(
                        LOCK_AND_LOOK,
                        parameters(
                                "userId", userId.toString(),
                                "groupId", groupId.toString(),
                                "userDigest", Erasure.digest(userId),
                                "groupDigest", Erasure.digest(groupId)))
                .flatMap(rows -> replace(transaction, groupId, userId, rows, news)));
    }

    private static Uni<Void> replace(
            Transaction transaction, UUID groupId, UUID userId, List<Record> rows, UnaryOperator<Membership> news) {
        Record row = rows.get(0);
        Membership before = membership(row);
        Membership after = news.apply(before);
        if (row.get("gone").asBoolean() || after.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        return transaction.run(
                after.active() ? REPLACE_BY_PRESENT : REPLACE_BY_PAST,
                parameters("userId", userId.toString(), "groupId", groupId.toString(), "facts", facts(after)));
    }

    private static Membership membership(Record row) {
        return new Membership(
                Moments.read(row.get("joinedAt")),
                Moments.read(row.get("leftAt")),
                row.get("role").asString(null),
                Moments.read(row.get("roleAt")));
    }

    private static Map<String, Object> facts(Membership membership) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("joinedAt", Moments.write(membership.joinedAt()));
        facts.put("leftAt", Moments.write(membership.leftAt()));
        facts.put("role", membership.role());
        facts.put("roleAt", Moments.write(membership.roleAt()));
        facts.put("since", membership.active() ? Moments.write(membership.since()) : null);
        return facts;
    }
}
