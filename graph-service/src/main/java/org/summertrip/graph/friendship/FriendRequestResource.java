package org.summertrip.graph.friendship;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.graph.user.CountedPage;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.ProblemException;

@Path("/friends/requests")
@RolesAllowed(Roles.USER)
@Tag(name = "friend requests", description = "Asking somebody, and answering")
public class FriendRequestResource {
    private static final String JSON = "application/json";

    private final Friendships friendships;
    private final FriendPages pages;
    private final Caller caller;
    private final Etags etags;

    FriendRequestResource(Friendships friendships, FriendPages pages, Caller caller, Etags etags) {
        this.friendships = friendships;
        this.pages = pages;
        this.caller = caller;
        this.etags = etags;
    }

    @POST
    @Operation(
            summary = "Ask somebody to be friends",
            description = "Who has been asked by that person already becomes friends with them at once. Asking again "
                    + "changes nothing, so this may be repeated freely.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = NewFriendRequest.class),
                            example = Examples.NEW_REQUEST))
    @APIResponse(
            responseCode = "201",
            description = "The request was made",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = FriendRequest.class),
                            example = Examples.REQUEST))
    @APIResponse(
            responseCode = "200",
            description = "The person had asked the caller: they are friends now, the body is a Friend. Or the caller "
                    + "had asked before: the body is that FriendRequest",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(oneOf = {Friend.class, FriendRequest.class}),
                            example = Examples.FRIEND))
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    @APIResponse(
            responseCode = "404",
            description = "There is nobody with this id, or one of the two has blocked the other")
    @APIResponse(
            responseCode = "409",
            description = "They are friends already (`already-friends`), too many of the caller's requests wait for an "
                    + "answer (`request-limit`, less for new accounts), or, where a request was met, one of the two has as "
                    + "many friends as one may have (`friend-limit`)")
    public Uni<Response> ask(@Valid NewFriendRequest body) {
        if (caller.is(body.userId())) {
            throw ProblemException.invalid("userId", "body", "must be somebody else");
        }
        return friendships
                .ask(caller.id(), body.userId())
                .map(asked -> etags.tag(Response.status(asked.isNew() ? 201 : 200), asked.result())
                        .build());
    }

    @GET
    @Operation(summary = "List the requests that wait for an answer", description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of requests",
            content = @Content(mediaType = JSON, example = Examples.REQUESTS))
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    public Uni<CountedPage<FriendRequest>> list(
            @QueryParam("direction")
                    @DefaultValue("in")
                    @Pattern(regexp = "in|out", message = "must be in or out") @Parameter(
                            description = "`in`: what others asked the caller; `out`: what the caller asked others",
                            schema =
                                    @Schema(
                                            enumeration = {"in", "out"},
                                            defaultValue = "in"))
                    String direction,
            @Valid @BeanParam PageQuery page) {
        return pages.requests(caller.id(), Direction.of(direction), page);
    }

    @POST
    @Path("/{userId}/accept")
    @Operation(summary = "Accept somebody's request", description = "May be repeated.")
    @APIResponse(
            responseCode = "200",
            description = "They are friends now, or were already",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Friend.class),
                            example = Examples.FRIEND))
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    @APIResponse(responseCode = "404", description = "There is no request by this person, or it was withdrawn")
    @APIResponse(responseCode = "409", description = "One of the two has as many friends as one may have")
    public Uni<Response> accept(@PathParam("userId") UUID userId) {
        return friendships
                .accept(caller.id(), userId)
                .map(friend -> etags.tag(Response.ok(), friend).build());
    }

    @DELETE
    @Path("/{userId}")
    @Operation(
            summary = "Decline or withdraw a request",
            description = "Takes away what one of the two has asked the other. The other is not told.")
    @APIResponse(responseCode = "204", description = "There is no request between the two any more")
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    public Uni<Void> delete(@PathParam("userId") UUID userId) {
        return friendships.dropRequests(caller.id(), userId);
    }
}
