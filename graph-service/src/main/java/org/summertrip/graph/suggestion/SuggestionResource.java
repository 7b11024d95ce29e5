package org.summertrip.graph.suggestion;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.ProblemException;

@Path("/graph/suggestions")
@RolesAllowed(Roles.USER)
@Tag(name = "suggestions", description = "Whom one may know, and why")
public class SuggestionResource {
    private static final String EXAMPLE = """
            {"items":[{"user":{"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","firstName":"Ana","lastName":"Silva",\
            "avatarFileId":null,"createdAt":"2026-06-01T08:30:00.000Z","updatedAt":"2026-06-01T08:30:00.000Z"},\
            "score":1.352814,"reasons":[{"type":"mutual_friends","count":3},{"type":"shared_groups","count":1}]}],\
            "next":null}""";

    private final Suggestions suggestions;
    private final Caller caller;

    SuggestionResource(Suggestions suggestions, Caller caller) {
        this.suggestions = suggestions;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List people whom one may know",
            description = "By friends and groups in common, the best first, with the reasons. Never anybody who is a "
                    + "friend, has been asked or has asked, was dismissed, or is hidden by a block.")
    @APIResponse(
            responseCode = "200",
            description = "A page of suggestions, empty for whoever has neither friends nor groups",
            content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    public Uni<Page<Suggestion>> list(@Valid @BeanParam PageQuery page) {
        return suggestions.list(caller.id(), page);
    }

    @POST
    @Path("/{userId}/dismiss")
    @Operation(summary = "Do not suggest somebody again", description = "May be repeated. Nobody is told.")
    @APIResponse(responseCode = "204", description = "This person will not be suggested to the caller any more")
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    @APIResponse(
            responseCode = "404",
            description = "There is nobody with this id, or one of the two has blocked the other")
    public Uni<Void> dismiss(@PathParam("userId") UUID userId) {
        if (caller.is(userId)) {
            throw ProblemException.invalid("userId", "path", "must be somebody else");
        }
        return suggestions.dismiss(caller.id(), userId);
    }
}
