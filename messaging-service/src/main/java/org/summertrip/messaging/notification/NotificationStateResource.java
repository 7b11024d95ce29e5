package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.problem.Problem;
import org.summertrip.kit.problem.StrictJsonReader;
import org.summertrip.messaging.Docs;

/** {@code /notifications}: what its receiver does with one. */
@Path("/notifications")
@Produces(Docs.JSON)
@Tag(name = "notifications")
public class NotificationStateResource {
    private final NotificationService notifications;
    private final Etags etags;
    private final Caller caller;

    NotificationStateResource(NotificationService notifications, Etags etags, Caller caller) {
        this.notifications = notifications;
        this.etags = etags;
        this.caller = caller;
    }

    @PATCH
    @Path("/{userId}/{notificationId}")
    @Consumes({Docs.JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(
            operationId = "advanceNotification",
            summary = "Mark a notification as seen, clicked or deleted",
            description = "The way is UNSEEN, SEEN, CLICKED, DELETED; steps may be left out, going back is refused.")
    @APIResponse(
            responseCode = "200",
            description = "When it is in that state now, or was before",
            headers =
                    @Header(
                            name = "ETag",
                            description = "For If-Match",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Notification.class)))
    @APIResponse(
            responseCode = "400",
            description = "When an id or the body is not valid",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = "When it is somebody else's, has expired or never was")
    @APIResponse(responseCode = "409", description = "When it has gone further already")
    @APIResponse(responseCode = "412", description = "When If-Match names another state of it")
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Response> advance(
            @PathParam("userId")
                    @Parameter(
                            description = "`me` or one's own id",
                            schema = @Schema(type = SchemaType.STRING, example = "me"))
                    Receiver receiver,
            @PathParam("notificationId") UUID notificationId,
            @HeaderParam("If-Match") @Parameter(description = "The ETag of what one has seen of it") String ifMatch,
            @NotNull @Valid StateChange change) {
        return notifications
                .advance(receiver.demand(caller), notificationId, change.state(), ifMatch)
                .map(changed -> etags.tag(Response.ok(), changed).build());
    }

    @POST
    @Path("/{userId}/seen")
    @Consumes(Docs.JSON)
    @Operation(
            operationId = "seeNotifications",
            summary = "Mark all notifications up to one as seen",
            description = "Those that are unseen; newer ones and those that have gone further stay as they are.")
    @APIResponse(responseCode = "204", description = "When all of them are marked")
    @APIResponse(
            responseCode = "400",
            description = "When an id is not valid",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = "When they are somebody else's")
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Void> seen(
            @PathParam("userId")
                    @Parameter(
                            description = "`me` or one's own id",
                            schema = @Schema(type = SchemaType.STRING, example = "me"))
                    Receiver receiver,
            @NotNull @Valid SeenUpTo seen) {
        return notifications.seen(receiver.demand(caller), seen.upTo());
    }
}
