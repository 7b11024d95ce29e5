package org.summertrip.users.plan;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.problem.StrictJsonReader;

@Path("/groups/{id}/plan")
@Tag(name = "plan", description = "What the group does when")
public class PlanResource {
    private static final String JSON = "application/json";
    private static final String HIDDEN = "There is no such group, or it is private and one is not in it";
    private static final String EXAMPLE = """
            {"groupId":"019a5f40-11aa-7c3d-8e21-7d6f5e4c3b2a","items":[{"activityId":"019a5f42-33cc-7e5f-8a43-9f8a7b6c5d4e",\
            "title":"Gulbenkian","startsAt":"2027-09-03T08:00:00.000Z","endsAt":"2027-09-03T10:30:00.000Z","fixed":false,\
            "edited":false}],"unplaced":[{"activityId":"019a5f42-44dd-7f60-9b54-af9b8c7d6e5f","title":"Night swim",\
            "reason":"night"}]}""";

    private final Plans plans;
    private final Etags etags;
    private final Caller caller;

    PlanResource(Plans plans, Etags etags, Caller caller) {
        this.plans = plans;
        this.etags = etags;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Make the plan",
            description =
                    "For members. From the activities with more likes than dislikes: the most liked first, nothing at"
                            + " once, nothing between 22:00 and 06:00 there, fixed times and edited items kept. Says of the rest why.")
    @APIResponse(
            responseCode = "200",
            description = "The plan as it is now",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Plan.class), example = EXAMPLE))
    @APIResponse(responseCode = "403", description = "One is not a member of the group")
    @APIResponse(responseCode = "404", description = HIDDEN)
    public Uni<Response> make(@PathParam("id") UUID id, @Valid NewPlan body) {
        return plans.make(id, caller.id(), body)
                .map(plan -> etags.tag(Response.ok(), plan).build());
    }

    @GET
    @Operation(
            summary = "Show the plan",
            description = "In the order of time; empty until somebody makes one. For everybody in an open group.")
    @APIResponse(
            responseCode = "200",
            description = "The plan as it is now",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Plan.class), example = EXAMPLE))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(responseCode = "403", description = "The group is closed and one is not a member")
    @APIResponse(responseCode = "404", description = HIDDEN)
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        return plans.read(id, caller.id()).map(plan -> etags.answer(plan, ifNoneMatch));
    }

    @PATCH
    @Consumes({JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(
            summary = "Edit the plan",
            description = "For members. Gives activities a time by hand; it survives when the plan is made anew.")
    @APIResponse(
            responseCode = "200",
            description = "The plan as it is now",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Plan.class), example = EXAMPLE))
    @APIResponse(responseCode = "403", description = "One is not a member of the group")
    @APIResponse(responseCode = "404", description = HIDDEN)
    @APIResponse(responseCode = "409", description = "Two things would happen at once")
    @APIResponse(responseCode = "412", description = "The plan has changed since; If-Match names an older state")
    public Uni<Response> edit(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid PlanChanges body) {
        return plans.edit(id, caller.id(), body, present -> etags.check(ifMatch, present))
                .map(plan -> etags.tag(Response.ok(), plan).build());
    }
}
