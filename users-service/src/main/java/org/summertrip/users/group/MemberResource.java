package org.summertrip.users.group;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.ProblemException;

@Path("/groups/{id}")
@Tag(name = "members", description = "Who goes along")
public class MemberResource {
    private static final String JSON = "application/json";

    private final Members members;
    private final Departures departures;
    private final MemberPages pages;
    private final Caller caller;

    MemberResource(Members members, Departures departures, MemberPages pages, Caller caller) {
        this.members = members;
        this.departures = departures;
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @Path("/members")
    @Operation(summary = "List the members", description = "In the order in which they joined.")
    @APIResponse(responseCode = "200", description = "A page of members")
    @APIResponse(responseCode = "403", description = "The group is closed and one is not a member")
    @APIResponse(responseCode = "404", description = "There is no such group, or it is private and one is not in it")
    public Uni<Page<Member>> members(@PathParam("id") UUID id, @Valid @BeanParam PageQuery page) {
        return pages.members(id, caller.id(), page);
    }

    @GET
    @Path("/requests")
    @Operation(
            summary = "List the requests to join",
            description = "The oldest first, for admins and owners. They answer by PUT or DELETE of the member.")
    @APIResponse(responseCode = "200", description = "A page of people who asked, `state` is `requested`")
    @APIResponse(responseCode = "403", description = "One is not an admin or owner of the group")
    @APIResponse(responseCode = "404", description = "There is no such group, or it is private and one is not in it")
    public Uni<Page<Member>> requests(@PathParam("id") UUID id, @Valid @BeanParam PageQuery page) {
        return pages.requests(id, caller.id(), page);
    }

    @POST
    @Path("/join")
    @Operation(
            summary = "Join a group",
            description =
                    "An open group, or one that one was invited to by name, is joined at once, a closed one is asked.")
    @APIResponse(
            responseCode = "201",
            description = "One is a member now",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Member.class),
                            example = Examples.MEMBER))
    @APIResponse(
            responseCode = "202",
            description = "The group is closed: its admins have the request, `state` is `requested`",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Member.class),
                            example = Examples.MEMBER))
    @APIResponse(responseCode = "403", description = "One is banned from the group")
    @APIResponse(responseCode = "404", description = "There is no such group, or it is private")
    @APIResponse(responseCode = "409", description = "The group is full, or one is a member already")
    public Uni<Response> join(@PathParam("id") UUID id) {
        return members.join(id, caller.id()).flatMap(pages::member).map(MemberResource::entered);
    }

    @PUT
    @Path("/members/{userId}")
    @Operation(
            summary = "Give a member a role, or accept a request",
            description = "For admins and owners. Only owners make owners or change what an owner is.")
    @APIResponse(
            responseCode = "200",
            description = "The member as it is now",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Member.class),
                            example = Examples.MEMBER))
    @APIResponse(responseCode = "403", description = "One is not an admin or owner, or it takes an owner")
    @APIResponse(
            responseCode = "404",
            description = "There is no such group, it is private, or this person is not in it and did not ask")
    @APIResponse(
            responseCode = "409",
            description = "This is the last owner, the group is full, or this person is banned")
    public Uni<Member> appoint(@PathParam("id") UUID id, @PathParam("userId") UUID userId, @Valid NewRole body) {
        return members.appoint(id, caller.id(), userId, body.role()).flatMap(pages::member);
    }

    @DELETE
    @Path("/members/{userId}")
    @Operation(
            summary = "Leave, or remove somebody",
            description =
                    "With one's own id: leave, or take a request back. With another's, for admins and owners: remove a"
                            + " member, decline a request, lift a ban. Only owners remove admins.")
    @APIResponse(responseCode = "204", description = "This person is not in the group, now or since before")
    @APIResponse(
            responseCode = "403",
            description = "One is not an admin or owner, it takes an owner, or one is banned")
    @APIResponse(responseCode = "404", description = "There is no such group, or one is not in it")
    @APIResponse(responseCode = "409", description = "This is the last owner")
    public Uni<Void> remove(
            @PathParam("id") UUID id,
            @PathParam("userId") UUID userId,
            @QueryParam("ban") @DefaultValue("false") @Parameter(description = "Also keep this person from coming back")
                    Boolean ban) {
        if (!caller.is(userId)) {
            return ban ? departures.ban(id, caller.id(), userId) : departures.remove(id, caller.id(), userId);
        }
        if (ban) {
            throw ProblemException.invalid("ban", "query", "nobody can ban themselves");
        }
        return departures.leave(id, userId);
    }

    static Response entered(Member member) {
        int status = MembershipEntity.REQUESTED.equals(member.state()) ? 202 : 201;
        return Response.status(status).entity(member).build();
    }
}
