package org.summertrip.users.group;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.identity.Caller;

@Path("/invites")
@Tag(name = "invites")
public class AcceptanceResource {
    private static final String JSON = "application/json";

    private final Members members;
    private final MemberPages pages;
    private final Caller caller;

    AcceptanceResource(Members members, MemberPages pages, Caller caller) {
        this.members = members;
        this.pages = pages;
        this.caller = caller;
    }

    @POST
    @Path("/{token}/accept")
    @Operation(summary = "Accept an invite", description = "Joins the group that the token opens.")
    @APIResponse(
            responseCode = "201",
            description = "One is a member now",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Member.class),
                            example = Examples.MEMBER))
    @APIResponse(responseCode = "403", description = "One is banned from the group")
    @APIResponse(responseCode = "404", description = "There is no such invite, or it is for somebody else")
    @APIResponse(responseCode = "409", description = "The group is full, or one is a member already")
    @APIResponse(responseCode = "410", description = "The invite has expired or was used up")
    public Uni<Response> accept(@PathParam("token") String token) {
        return members.accept(token, caller.id()).flatMap(pages::member).map(MemberResource::entered);
    }
}
