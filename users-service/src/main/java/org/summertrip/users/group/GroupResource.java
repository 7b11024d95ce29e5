package org.summertrip.users.group;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;

@Path("/groups")
@Tag(name = "Groups", description = "Trips and who goes along")
public class GroupResource {
    private static final String JSON = "application/json";

    private final Groups groups;
    private final GroupPages pages;
    private final Idempotency idempotency;
    private final Etags etags;
    private final Caller caller;

    GroupResource(Groups groups, GroupPages pages, Idempotency idempotency, Etags etags, Caller caller) {
        this.groups = groups;
        this.pages = pages;
        this.idempotency = idempotency;
        this.etags = etags;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Start a group", description = "The caller becomes its owner.")
    @APIResponse(
            responseCode = "201",
            description = "The group was made; Location names it",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Group.class),
                            example = Examples.GROUP))
    @APIResponse(responseCode = "409", description = "The first request with this Idempotency-Key is still in flight")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> create(
            @Valid NewGroup body,
            @HeaderParam(Idempotency.HEADER)
                    @Size(max = Idempotency.LONGEST_KEY) @Parameter(
                            description =
                                    "Names this attempt: sent again, it is answered again and nothing is made twice")
                    String idempotencyKey) {
        UUID me = caller.id();
        return idempotency.once(
                idempotencyKey,
                me,
                "POST /groups",
                body,
                () -> groups.found(body, me)
                        .map(group -> etags.tag(Response.created(URI.create("/groups/" + group.id())), group)
                                .build()));
    }

    @GET
    @Operation(summary = "List groups", description = "Open groups and one's own, newest first.")
    @APIResponse(responseCode = "200", description = "A page of groups")
    public Uni<Page<Group>> list(
            @QueryParam("mine") @DefaultValue("false") @Parameter(description = "Only those that one is a member of")
                    Boolean mine,
            @QueryParam("q")
                    @Size(max = 100) @Parameter(
                            description = "The start of any word of the name, without case or accents",
                            example = "lisb")
                    String q,
            @Valid @BeanParam PageQuery page) {
        return pages.groups(caller.id(), mine, q, page);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Show a group",
            description = "The head of an open or closed group, or of a private one that one is in.")
    @APIResponse(
            responseCode = "200",
            description = "The group, with the caller's role in it",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Group.class),
                            example = Examples.GROUP))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(responseCode = "404", description = "There is no such group, or it is private and one is not in it")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        return groups.show(id, caller.id()).map(group -> etags.answer(group, ifNoneMatch));
    }

    @GET
    @Path("/{id}/members")
    @Operation(summary = "List the members", description = "In the order in which they joined.")
    @APIResponse(responseCode = "200", description = "A page of members")
    @APIResponse(responseCode = "403", description = "The group is closed and one is not a member")
    @APIResponse(responseCode = "404", description = "There is no such group, or it is private and one is not in it")
    public Uni<Page<Member>> members(@PathParam("id") UUID id, @Valid @BeanParam PageQuery page) {
        return pages.members(id, caller.id(), page);
    }

    @POST
    @Path("/{id}/join")
    @Operation(summary = "Join a group", description = "An open group is joined at once, a closed one is asked.")
    @APIResponse(
            responseCode = "201",
            description = "One is a member now",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Member.class)))
    @APIResponse(
            responseCode = "202",
            description = "The group is closed: its admins have the request, `state` is `requested`",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Member.class)))
    @APIResponse(responseCode = "403", description = "One is banned from the group")
    @APIResponse(responseCode = "404", description = "There is no such group, or it is private")
    @APIResponse(responseCode = "409", description = "The group is full, or one is a member already")
    public Uni<Response> join(@PathParam("id") UUID id) {
        return groups.join(id, caller.id())
                .map(member -> Response.status(MembershipEntity.REQUESTED.equals(member.state()) ? 202 : 201)
                        .entity(member)
                        .build());
    }
}
