package org.summertrip.graph.relationship;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.problem.ProblemException;

@Path("/graph/relationships")
@RolesAllowed(Roles.USER)
@Tag(name = "graph")
public class RelationshipResource {
    private static final String EXAMPLE = """
            {"nodes":[{"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a48","label":"User","name":"Ben Costa"},\
            {"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","label":"User","name":"Ana Silva"}],\
            "edges":[{"from":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a48","to":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49",\
            "type":"FRIEND"}]}""";

    private final Drawings drawings;
    private final Caller caller;
    private final Etags etags;

    RelationshipResource(Drawings drawings, Caller caller, Etags etags) {
        this.drawings = drawings;
        this.caller = caller;
        this.etags = etags;
    }

    @GET
    @Operation(
            summary = "Draw a piece of the graph",
            description =
                    "The caller's own neighbourhood: the edges of the caller, and then, as far as the limit goes, "
                            + "friendships between friends and the friends' memberships in the caller's groups. To admins anybody's "
                            + "edges, or the neighbourhood of `userId`.")
    @APIResponse(
            responseCode = "200",
            description = "Edges, and every node that one of them begins or ends at",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Drawing.class),
                            example = EXAMPLE))
    @APIResponse(responseCode = "304", description = "If-None-Match names what would be answered")
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    @APIResponse(responseCode = "404", description = "`userId` is somebody else's and the caller is not an admin")
    public Uni<Response> draw(
            @QueryParam("type")
                    @Pattern(
                            regexp = "(?i)FRIEND|MEMBER_OF|FOLLOWS|REQUESTED|BLOCKED",
                            message = "must be FRIEND, MEMBER_OF, FOLLOWS, REQUESTED or BLOCKED")
                    @Parameter(
                            description = "One kind of edges only",
                            schema = @Schema(implementation = Relation.class))
                    String type,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1) @Max(100) @Parameter(description = "How many edges at most, 1 to 100")
                    Integer limit,
            @QueryParam("userId") @Parameter(description = "Whose neighbourhood; for admins") UUID userId,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        if (userId != null && !caller.is(userId) && !caller.isAdmin()) {
            throw ProblemException.notFound();
        }
        List<Relation> types = type == null ? List.of(Relation.values()) : List.of(Relation.of(type));
        Uni<Drawing> drawing = caller.isAdmin() && userId == null
                ? drawings.anywhere(types, limit)
                : drawings.neighbourhood(userId == null ? caller.id() : userId, types, caller.isAdmin(), limit);
        return drawing.map(found -> etags.answer(found, ifNoneMatch));
    }
}
