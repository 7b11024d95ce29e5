package org.summertrip.users.group;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.StrictJsonReader;

@Path("/groups")
@Tag(name = "groups", description = "Trips and who goes along")
public class GroupResource {
    private static final String JSON = "application/json";

    private final Founding founding;
    private final Groups groups;
    private final GroupPages pages;
    private final Idempotency idempotency;
    private final Etags etags;
    private final Caller caller;

    GroupResource(
            Founding founding, Groups groups, GroupPages pages, Idempotency idempotency, Etags etags, Caller caller) {
        this.founding = founding;
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
                () -> founding.found(body, me)
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
        return pages.group(id, caller.id()).map(group -> etags.answer(group, ifNoneMatch));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(
            summary = "Change a group",
            description =
                    "For its admins and owners. JSON merge patch: absent = unchanged, null = cleared or as usual.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "Any fields of NewGroup",
                                            example = "{\"name\":\"Lisbon in May\",\"endsOn\":null}")))
    @APIResponse(
            responseCode = "200",
            description = "The group as it is now",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Group.class),
                            example = Examples.GROUP))
    @APIResponse(responseCode = "403", description = "One is not an admin or owner of the group")
    @APIResponse(responseCode = "404", description = "There is no such group, or it is private and one is not in it")
    @APIResponse(responseCode = "409", description = "The group has more members than `maxMembers` would allow")
    @APIResponse(responseCode = "412", description = "The group has changed since; If-Match names an older state")
    public Uni<Response> change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        return groups.change(id, caller.id(), patch, present -> etags.check(ifMatch, present))
                .map(group -> etags.tag(Response.ok(), group).build());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End a group", description = "For its owners. Everything in it ends, too.")
    @APIResponse(responseCode = "204", description = "The group is gone, now or since one's last attempt")
    @APIResponse(responseCode = "403", description = "One is a member but not an owner")
    @APIResponse(responseCode = "404", description = "There is no such group, or one is not in it")
    @APIResponse(responseCode = "412", description = "The group has changed since; If-Match names an older state")
    public Uni<Void> end(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return groups.end(id, caller.id(), present -> etags.check(ifMatch, present));
    }
}
