package org.summertrip.graph.friendship;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.graph.user.CountedPage;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.page.PageQuery;

@Path("/friends")
@RolesAllowed(Roles.USER)
@Tag(name = "friends", description = "Whom one is friends with")
public class FriendResource {
    private final Friendships friendships;
    private final FriendPages pages;
    private final Caller caller;

    FriendResource(Friendships friendships, FriendPages pages, Caller caller) {
        this.friendships = friendships;
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List one's friends", description = "The newest friendship first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of friends",
            content = @Content(mediaType = "application/json", example = Examples.FRIENDS))
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    public Uni<CountedPage<Friend>> list(@Valid @BeanParam PageQuery page) {
        return pages.friends(caller.id(), page);
    }

    @DELETE
    @Path("/{userId}")
    @Operation(summary = "End a friendship", description = "For both; the other one's clients are told.")
    @APIResponse(responseCode = "204", description = "They are not friends any more, or never were")
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    public Uni<Void> delete(@PathParam("userId") UUID userId) {
        return friendships.part(caller.id(), userId);
    }
}
