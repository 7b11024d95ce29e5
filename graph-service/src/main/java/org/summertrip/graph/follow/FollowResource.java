package org.summertrip.graph.follow;

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
import org.summertrip.graph.user.CountedPage;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.ProblemException;

@Path("/")
@RolesAllowed(Roles.USER)
@Tag(name = "follows", description = "Following somebody, which needs no consent")
public class FollowResource {
    private static final String JSON = "application/json";

    private final Follows follows;
    private final Caller caller;

    FollowResource(Follows follows, Caller caller) {
        this.follows = follows;
        this.caller = caller;
    }

    @PUT
    @Path("/follows/{userId}")
    @Operation(summary = "Follow somebody")
    @APIResponse(responseCode = "204", description = "The caller follows this person now, or did already")
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    @APIResponse(
            responseCode = "404",
            description = "There is nobody with this id, or one of the two has blocked the other")
    public Uni<Void> follow(@PathParam("userId") UUID userId) {
        if (caller.is(userId)) {
            throw ProblemException.invalid("userId", "path", "must be somebody else");
        }
        return follows.follow(caller.id(), userId);
    }

    @DELETE
    @Path("/follows/{userId}")
    @Operation(summary = "Stop following somebody")
    @APIResponse(responseCode = "204", description = "The caller does not follow this person any more, or never did")
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    public Uni<Void> unfollow(@PathParam("userId") UUID userId) {
        return follows.unfollow(caller.id(), userId);
    }

    @GET
    @Path("/follows")
    @Operation(summary = "List whom one follows", description = "The latest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of people whom the caller follows",
            content = @Content(mediaType = JSON, example = Examples.FOLLOWS))
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    public Uni<CountedPage<Follow>> followed(@Valid @BeanParam PageQuery page) {
        return follows.followed(caller.id(), page);
    }

    @GET
    @Path("/followers")
    @Operation(summary = "List who follows one", description = "The latest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of people who follow the caller",
            content = @Content(mediaType = JSON, example = Examples.FOLLOWS))
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    public Uni<CountedPage<Follow>> followers(@Valid @BeanParam PageQuery page) {
        return follows.followers(caller.id(), page);
    }
}
