package org.summertrip.graph.mutual;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.neo4j.driver.Value;
import org.summertrip.graph.group.GroupHead;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.store.WarmUp;
import org.summertrip.graph.user.PublicUser;

/** Queries about what two people have in common. Whom a block hides from the caller is no friend of the caller's anyway. */
@Singleton
class MutualGraph implements WarmUp {
    private static final String FRIENDS = """
            MATCH (me:User {id: $me}), (other:User {id: $other})
            MATCH (me)-[:FRIEND]-(friend:User)
            WHERE friend.createdAt IS NOT NULL AND friend.id > $after AND EXISTS { (friend)-[:FRIEND]-(other) }
            RETURN friend
            ORDER BY friend.id
            LIMIT $limit""";

    private static final String GROUPS = """
            MATCH (me:User {id: $me}), (other:User {id: $other})
            MATCH (me)-[:MEMBER_OF]->(group:Group)
            WHERE group.createdAt IS NOT NULL AND group.id > $after AND EXISTS { (other)-[:MEMBER_OF]->(group) }
            RETURN group
            ORDER BY group.id
            LIMIT $limit""";

    @Override
    public Uni<Void> warmUp(Transaction transaction) {
        UUID nobody = new UUID(0, 0);
        return friends(transaction, nobody, nobody, "", 1)
                .flatMap(warm -> groups(transaction, nobody, nobody, "", 1))
                .replaceWithVoid();
    }

    Uni<List<PublicUser>> friends(Transaction transaction, UUID me, UUID other, String after, int limit) {
        return transaction
                .list(FRIENDS, query(me, other, after, limit))
                .map(rows -> rows.stream()
                        .map(row -> PublicUser.of(row.get("friend")))
                        .toList());
    }

    Uni<List<GroupHead>> groups(Transaction transaction, UUID me, UUID other, String after, int limit) {
        return transaction
                .list(GROUPS, query(me, other, after, limit))
                .map(rows ->
                        rows.stream().map(row -> GroupHead.of(row.get("group"))).toList());
    }

    private static Value query(UUID me, UUID other, String after, int limit) {
        return parameters("me", me.toString(), "other", other.toString(), "after", after, "limit", limit);
    }
}
