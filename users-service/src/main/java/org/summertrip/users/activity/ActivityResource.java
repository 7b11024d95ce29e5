package org.summertrip.users.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.problem.StrictJsonReader;

@Path("/activities/{id}")
@Tag(name = "activities", description = "What could be done on the trip, and who likes it")
public class ActivityResource {
    private static final String JSON = "application/json";
    private static final String HIDDEN = "There is no such thing, or its group is private and one is not in it";

    private final Activities activities;
    private final ActivityPages pages;
    private final Etags etags;
    private final Caller caller;

    ActivityResource(Activities activities, ActivityPages pages, Etags etags, Caller caller) {
        this.activities = activities;
        this.pages = pages;
        this.etags = etags;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Show an activity", description = "With its tallies and one's own vote.")
    @APIResponse(
            responseCode = "200",
            description = "The activity as it stands",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Activity.class),
                            example = Examples.ACTIVITY))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(responseCode = "403", description = "Its group is closed and one is not a member")
    @APIResponse(responseCode = "404", description = HIDDEN)
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        return pages.activity(id, caller.id()).map(activity -> etags.answer(activity, ifNoneMatch));
    }

    @PATCH
    @Consumes({JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(
            summary = "Change an activity",
            description =
                    "For its proposer and the group's admins. JSON merge patch: absent = unchanged, null = cleared.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "Any fields of NewActivity",
                                            example = "{\"status\":\"completed\",\"scheduledAt\":null}")))
    @APIResponse(
            responseCode = "200",
            description = "The activity as it is now",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Activity.class),
                            example = Examples.ACTIVITY))
    @APIResponse(responseCode = "403", description = "One is neither its proposer nor an admin, or not a member")
    @APIResponse(responseCode = "404", description = HIDDEN)
    @APIResponse(responseCode = "412", description = "It has changed since; If-Match names an older state")
    public Uni<Response> change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        return activities
                .change(id, caller.id(), patch, present -> etags.check(ifMatch, present))
                .map(activity -> etags.tag(Response.ok(), activity).build());
    }

    @DELETE
    @Operation(summary = "Drop an activity", description = "For its proposer and the group's admins.")
    @APIResponse(responseCode = "204", description = "It is gone, now or since one's last attempt")
    @APIResponse(responseCode = "403", description = "One is a member, but neither its proposer nor an admin")
    @APIResponse(responseCode = "404", description = "There is no such activity, or one is not in its group")
    @APIResponse(responseCode = "412", description = "It has changed since; If-Match names an older state")
    public Uni<Void> drop(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return activities.drop(id, caller.id(), present -> etags.check(ifMatch, present));
    }

    @PUT
    @Path("/vote")
    @Operation(summary = "Vote", description = "One vote per member; a later one replaces it.")
    @APIResponse(responseCode = "204", description = "The vote counts")
    @APIResponse(responseCode = "403", description = "One is not a member of the group")
    @APIResponse(responseCode = "404", description = HIDDEN)
    public Uni<Void> vote(@PathParam("id") UUID id, @Valid NewVote body) {
        return activities.vote(id, caller.id(), body.value());
    }
}
