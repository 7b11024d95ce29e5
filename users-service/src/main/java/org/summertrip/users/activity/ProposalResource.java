package org.summertrip.users.activity;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

@Path("/groups/{id}/activities")
@Tag(name = "activities")
public class ProposalResource {
    private static final String JSON = "application/json";
    private static final String HIDDEN = "There is no such group, or it is private and one is not in it";

    private final Activities activities;
    private final ActivityPages pages;
    private final Idempotency idempotency;
    private final Etags etags;
    private final Caller caller;

    ProposalResource(Activities activities, ActivityPages pages, Idempotency idempotency, Etags etags, Caller caller) {
        this.activities = activities;
        this.pages = pages;
        this.idempotency = idempotency;
        this.etags = etags;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Propose an activity", description = "For members of the group.")
    @APIResponse(
            responseCode = "201",
            description = "The activity was proposed; Location names it",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Activity.class),
                            example = Examples.ACTIVITY))
    @APIResponse(responseCode = "403", description = "One is not a member of the group")
    @APIResponse(responseCode = "404", description = HIDDEN)
    @APIResponse(responseCode = "409", description = "The first request with this Idempotency-Key is still in flight")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> propose(
            @PathParam("id") UUID id,
            @Valid NewActivity body,
            @HeaderParam(Idempotency.HEADER)
                    @Size(max = Idempotency.LONGEST_KEY) @Parameter(
                            description =
                                    "Names this attempt: sent again, it is answered again and nothing is made twice")
                    String idempotencyKey) {
        UUID me = caller.id();
        return idempotency.once(
                idempotencyKey,
                me,
                "POST /groups/" + id + "/activities",
                body,
                () -> activities
                        .propose(id, me, body)
                        .map(made -> etags.tag(Response.created(URI.create("/activities/" + made.id())), made)
                                .build()));
    }

    @GET
    @Operation(
            summary = "List the activities of a group",
            description = "Newest first, with tallies. For everybody in an open group, for members in the others.")
    @APIResponse(responseCode = "200", description = "A page of activities")
    @APIResponse(responseCode = "403", description = "The group is closed and one is not a member")
    @APIResponse(responseCode = "404", description = HIDDEN)
    public Uni<Page<Activity>> list(@PathParam("id") UUID id, @Valid @BeanParam PageQuery page) {
        return pages.of(id, caller.id(), page);
    }
}
