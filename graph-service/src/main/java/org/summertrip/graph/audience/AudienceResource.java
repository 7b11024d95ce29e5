package org.summertrip.graph.audience;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.summertrip.graph.friendship.FriendLimits;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;

@Path("/internal/audience")
@RolesAllowed(Roles.USER)
public class AudienceResource {
    /** Nobody is in as many groups; a list without an end is none to send. */
    private static final int MOST_GROUPS = 1000;

    private static final String AUDIENCE = """
            MATCH (me:User {id: $me})
            CALL (me) { MATCH (me)-[:FRIEND]-(friend:User) RETURN friend.id AS friend LIMIT $friends }
            WITH me, collect(friend) AS friends
            CALL (me) { MATCH (me)-[:MEMBER_OF]->(group:Group) RETURN group.id AS group LIMIT $groups }
            RETURN friends, collect(group) AS groups""";

    private final Neo4j neo4j;
    private final FriendLimits limits;
    private final Caller caller;

    AudienceResource(Neo4j neo4j, FriendLimits limits, Caller caller) {
        this.neo4j = neo4j;
        this.limits = limits;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Audience> audience() {
        UUID me = caller.id();
        return neo4j.read(transaction -> transaction.first(
                        AUDIENCE, parameters("me", me.toString(), "friends", limits.friends(), "groups", MOST_GROUPS)))
                .map(found -> found.map(AudienceResource::audience).orElse(new Audience(List.of(), List.of())));
    }

    private static Audience audience(Record row) {
        return new Audience(ids(row.get("friends")), ids(row.get("groups")));
    }

    private static List<UUID> ids(Value values) {
        return values.asList(value -> UUID.fromString(value.asString()));
    }
}
