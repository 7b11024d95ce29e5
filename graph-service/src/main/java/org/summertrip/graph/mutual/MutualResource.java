package org.summertrip.graph.mutual;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.page.PageQuery;

@Path("/graph/mutual/{userId}")
@RolesAllowed(Roles.USER)
@Tag(name = "graph", description = "What follows from who knows whom")
public class MutualResource {
    private static final String EXAMPLE = """
            {"friends":[{"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","firstName":"Ana","lastName":"Silva",\
            "avatarFileId":null,"createdAt":"2026-06-01T08:30:00.000Z","updatedAt":"2026-06-01T08:30:00.000Z"}],\
            "groups":[{"id":"019a5f41-0a3c-7d10-8c2f-2b7e9d4c5a10","name":"Lisbon in June","description":null,\
            "destination":"Lisboa","startsOn":"2026-06-12","endsOn":"2026-06-19","visibility":"closed","maxMembers":12,\
            "createdAt":"2026-06-01T09:00:00.000Z","updatedAt":"2026-06-01T09:00:00.000Z"}],"next":null}""";

    private final MutualPages pages;
    private final Caller caller;

    MutualResource(MutualPages pages, Caller caller) {
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List the friends and groups one has in common with somebody",
            description = "`limit` holds for each of the two lists; `next` goes on with both.")
    @APIResponse(
            responseCode = "200",
            description = "A page of what the two have in common",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Mutual.class),
                            example = EXAMPLE))
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    @APIResponse(
            responseCode = "404",
            description = "There is nobody with this id, or one of the two has blocked the other")
    public Uni<Mutual> list(@PathParam("userId") UUID userId, @Valid @BeanParam PageQuery page) {
        return pages.with(caller.id(), userId, page);
    }
}
