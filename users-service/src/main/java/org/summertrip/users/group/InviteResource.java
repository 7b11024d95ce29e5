package org.summertrip.users.group;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;

@Path("/groups/{id}/invites")
@Tag(name = "invites", description = "Links that let people in")
public class InviteResource {
    private static final String JSON = "application/json";

    private final Invites invites;
    private final GroupPages pages;
    private final Caller caller;

    InviteResource(Invites invites, GroupPages pages, Caller caller) {
        this.invites = invites;
        this.pages = pages;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Invite somebody",
            description = "For admins and owners. The token is shown this once: only a digest of it is kept.")
    @APIResponse(
            responseCode = "201",
            description = "The invite with its token",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Invite.class)))
    @APIResponse(responseCode = "403", description = "One is not an admin or owner of the group")
    @APIResponse(
            responseCode = "404",
            description = "There is no such group, it is private and one is not in it, or nobody has this `userId`")
    @APIResponse(responseCode = "409", description = "The person named is a member already, or banned")
    public Uni<Response> invite(@PathParam("id") UUID id, @Valid NewInvite body) {
        return invites.invite(id, caller.id(), body)
                .map(invite -> Response.status(Response.Status.CREATED)
                        .header("Cache-Control", "no-store")
                        .entity(invite)
                        .build());
    }

    @GET
    @Operation(summary = "List the invites", description = "The newest first, without tokens, for admins and owners.")
    @APIResponse(responseCode = "200", description = "A page of invites")
    @APIResponse(responseCode = "403", description = "One is not an admin or owner of the group")
    @APIResponse(responseCode = "404", description = "There is no such group, or it is private and one is not in it")
    public Uni<Page<Invite>> list(@PathParam("id") UUID id, @Valid @BeanParam PageQuery page) {
        return pages.invites(id, caller.id(), page);
    }

    @DELETE
    @Path("/{inviteId}")
    @Operation(summary = "Withdraw an invite", description = "For admins and owners.")
    @APIResponse(responseCode = "204", description = "The invite opens nothing any more")
    @APIResponse(responseCode = "403", description = "One is not an admin or owner of the group")
    @APIResponse(responseCode = "404", description = "There is no such group, or it is private and one is not in it")
    public Uni<Void> withdraw(@PathParam("id") UUID id, @PathParam("inviteId") UUID inviteId) {
        return invites.withdraw(id, caller.id(), inviteId);
    }
}
