package org.summertrip.graph.path;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neo4j.driver.Value;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.store.WarmUp;
import org.summertrip.graph.user.PublicUser;

/**
 * The search goes from both ends at once, which is what bounds its work: two neighbourhoods of depth three rather than one of
 * six. The condition on each node is checked while searching, so no path through somebody hidden is found first and discarded.
 */
@Singleton
class PathGraph implements WarmUp {
    private static final String HIDDEN = """
            MATCH (:User {id: $me})-[:BLOCKED]-(hidden:User)
            RETURN collect(hidden.id) AS ids""";

    private static final String SHORTEST = """
            MATCH (me:User {id: $me}), (other:User {id: $other})
            MATCH path = shortestPath((me)-[:FRIEND*..6]-(other))
            WHERE none(person IN nodes(path) WHERE person.id IN $hidden)
            RETURN nodes(path) AS people""";

    @Override
    public Uni<Void> warmUp(Transaction transaction) {
        UUID nobody = new UUID(0, 0);
        return shortest(transaction, nobody, nobody).replaceWithVoid();
    }

    Uni<Optional<FriendPath>> shortest(Transaction transaction, UUID me, UUID other) {
        return transaction
                .first(HIDDEN, parameters("me", me.toString()))
                .map(row -> row.orElseThrow().get("ids").asList())
                .flatMap(hidden -> transaction.first(
                        SHORTEST, parameters("me", me.toString(), "other", other.toString(), "hidden", hidden)))
                .map(found -> found.map(row -> FriendPath.through(people(row.get("people")))));
    }

    private static List<PublicUser> people(Value nodes) {
        return nodes.asList(PublicUser::of);
    }
}
