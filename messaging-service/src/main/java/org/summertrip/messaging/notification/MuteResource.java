package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.problem.Problem;
import org.summertrip.messaging.Docs;

/** {@code /notifications/{userId}/mutes}. */
@Path("/notifications/{userId}/mutes")
@Produces(Docs.JSON)
@Tag(name = "notifications")
public class MuteResource {
    private static final String WHOSE = "`me` or one's own id";
    private static final String FOREIGN = "When they are somebody else's";
    private static final String BAD_TYPE = "When the id is malformed or the system has no such type";

    private final Mutes mutes;
    private final Caller caller;

    MuteResource(Mutes mutes, Caller caller) {
        this.mutes = mutes;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listMutedTypes", summary = "Read which types of notification one has muted")
    @APIResponse(
            responseCode = "200",
            description = "When they are the caller's own",
            content = @Content(schema = @Schema(implementation = MutedTypes.class)))
    @APIResponse(
            responseCode = "400",
            description = "When the id is malformed",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = FOREIGN)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<MutedTypes> list(
            @PathParam("userId")
                    @Parameter(description = WHOSE, schema = @Schema(type = SchemaType.STRING, example = "me"))
                    Receiver receiver) {
        return mutes.of(receiver.demand(caller)).map(items -> new MutedTypes(items, null));
    }

    @PUT
    @Path("/{type}")
    @Operation(
            operationId = "muteType",
            summary = "Hear nothing more of one type",
            description =
                    "From now on the system makes no notification of it; those that are there stay. What admins and"
                            + " services tell by hand still comes.")
    @APIResponse(responseCode = "204", description = "When it is muted, now or before")
    @APIResponse(
            responseCode = "400",
            description = BAD_TYPE,
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = FOREIGN)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Void> mute(
            @PathParam("userId")
                    @Parameter(description = WHOSE, schema = @Schema(type = SchemaType.STRING, example = "me"))
                    Receiver receiver,
            @PathParam("type") Type type) {
        return mutes.mute(receiver.demand(caller), type);
    }

    @DELETE
    @Path("/{type}")
    @Operation(operationId = "unmuteType", summary = "Hear of one type again")
    @APIResponse(responseCode = "204", description = "When it is not muted, now or before")
    @APIResponse(
            responseCode = "400",
            description = BAD_TYPE,
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = FOREIGN)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Void> unmute(
            @PathParam("userId")
                    @Parameter(description = WHOSE, schema = @Schema(type = SchemaType.STRING, example = "me"))
                    Receiver receiver,
            @PathParam("type") Type type) {
        return mutes.unmute(receiver.demand(caller), type);
    }
}
