package org.summertrip.graph.path;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.user.UserGraph;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.problem.ProblemException;

@Path("/graph/path/{userId}")
@RolesAllowed(Roles.USER)
@Tag(name = "graph")
public class PathResource {
    private static final String EXAMPLE = """
            {"length":1,"users":[{"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a48","firstName":"Ben","lastName":"Costa",\
            "avatarFileId":null,"createdAt":"2026-06-01T08:30:00.000Z","updatedAt":"2026-06-01T08:30:00.000Z"},\
            {"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","firstName":"Ana","lastName":"Silva",\
            "avatarFileId":null,"createdAt":"2026-06-01T08:30:00.000Z","updatedAt":"2026-06-01T08:30:00.000Z"}]}""";

    private final Neo4j neo4j;
    private final UserGraph users;
    private final PathGraph graph;
    private final Caller caller;
    private final Etags etags;

    PathResource(Neo4j neo4j, UserGraph users, PathGraph graph, Caller caller, Etags etags) {
        this.neo4j = neo4j;
        this.users = users;
        this.graph = graph;
        this.caller = caller;
        this.etags = etags;
    }

    @GET
    @Operation(
            summary = "Find the shortest way to somebody, from friend to friend",
            description = "At most six friendships long, and never through anybody whom a block hides from the caller.")
    @APIResponse(
            responseCode = "200",
            description = "A shortest way; of length 0 to oneself",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FriendPath.class),
                            example = EXAMPLE))
    @APIResponse(responseCode = "304", description = "If-None-Match names what would be answered")
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    @APIResponse(
            responseCode = "404",
            description =
                    "There is no way of six friendships or fewer, nobody with this id, or a block between the two")
    public Uni<Response> find(@PathParam("userId") UUID userId, @HeaderParam("If-None-Match") String ifNoneMatch) {
        UUID me = caller.id();
        return neo4j.read(transaction -> find(transaction, me, userId)).map(path -> etags.answer(path, ifNoneMatch));
    }

    private Uni<FriendPath> find(Transaction transaction, UUID me, UUID other) {
        return users.visible(transaction, me, other)
                .flatMap(visible -> me.equals(other)
                        ? Uni.createFrom().item(FriendPath.through(List.of(visible)))
                        : graph.shortest(transaction, me, other)
                                .map(path -> path.orElseThrow(ProblemException::notFound)));
    }
}
