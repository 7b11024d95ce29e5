package org.summertrip.graph.block;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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

@Path("/blocks")
@RolesAllowed(Roles.USER)
@Tag(name = "blocks", description = "Whom one wants nothing to do with")
public class BlockResource {
    private static final String EXAMPLE = """
            {"items":[{"user":{"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","firstName":"Ana","lastName":"Silva",\
            "avatarFileId":null,"createdAt":"2026-06-01T08:30:00.000Z","updatedAt":"2026-06-01T08:30:00.000Z"},\
            "since":"2026-06-04T07:15:00.000Z"}],"next":null}""";

    private final Blocks blocks;
    private final BlockPages pages;
    private final Caller caller;

    BlockResource(Blocks blocks, BlockPages pages, Caller caller) {
        this.blocks = blocks;
        this.pages = pages;
        this.caller = caller;
    }

    @PUT
    @Path("/{userId}")
    @Operation(
            summary = "Block somebody",
            description = "Ends friendship, requests and follows between the two. To the blocked side the caller looks "
                    + "like an unknown person from now on.")
    @APIResponse(responseCode = "204", description = "This person is blocked now, or was already")
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    @APIResponse(responseCode = "404", description = "There is nobody with this id")
    public Uni<Void> block(@PathParam("userId") UUID userId) {
        if (caller.is(userId)) {
            throw ProblemException.invalid("userId", "path", "must be somebody else");
        }
        return blocks.block(caller.id(), userId);
    }

    @DELETE
    @Path("/{userId}")
    @Operation(summary = "Lift a block", description = "What the block has ended does not come back.")
    @APIResponse(responseCode = "204", description = "The caller does not block this person any more, or never did")
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    public Uni<Void> unblock(@PathParam("userId") UUID userId) {
        return blocks.unblock(caller.id(), userId);
    }

    @GET
    @Operation(summary = "List whom one has blocked", description = "The latest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of people whom the caller has blocked",
            content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    public Uni<Page<Block>> list(@Valid @BeanParam PageQuery page) {
        return pages.blocked(caller.id(), page);
    }
}
