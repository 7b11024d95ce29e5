package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.Problem;
import org.summertrip.messaging.Docs;

/** {@code /notifications}. */
@Path("/notifications")
@Produces(Docs.JSON)
@Tag(name = "notifications", description = "What people are told; kept for 90 days")
public class NotificationResource {
    private final NotificationService notifications;
    private final Idempotency idempotency;
    private final Etags etags;
    private final Caller caller;

    NotificationResource(NotificationService notifications, Idempotency idempotency, Etags etags, Caller caller) {
        this.notifications = notifications;
        this.idempotency = idempotency;
        this.etags = etags;
        this.caller = caller;
    }

    @POST
    @Consumes(Docs.JSON)
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE})
    @Operation(operationId = "notify", summary = "Tell somebody something", description = "For admins and services.")
    @APIResponse(
            responseCode = "201",
            description = "When the notification is stored",
            headers = {
                @Header(
                        name = "Location",
                        description = "Where the notification is",
                        schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", description = "For If-Match", schema = @Schema(implementation = String.class))
            },
            content = @Content(schema = @Schema(implementation = Notification.class)))
    @APIResponse(
            responseCode = "400",
            description = "When the body is not valid",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "403", description = "When the caller is neither an admin nor a service")
    @APIResponse(responseCode = "409", description = Docs.IN_FLIGHT)
    @APIResponse(responseCode = "422", description = Docs.KEY_REUSED)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Response> tell(
            @HeaderParam(Idempotency.HEADER) @Size(max = Idempotency.LONGEST_KEY) @Parameter(description = Docs.KEY)
                    String idempotencyKey,
            @NotNull @Valid NewNotification notification) {
        return idempotency.once(
                idempotencyKey,
                caller.id(),
                "POST /notifications",
                notification,
                () -> notifications.tell(notification).map(this::created));
    }

    @GET
    @Path("/{userId}")
    @Operation(
            operationId = "listNotifications",
            summary = "Read one's notifications",
            description = "Newest first. Deleted ones are listed only when asked for by `state=DELETED`.")
    @APIResponse(
            responseCode = "200",
            description = "When they are the caller's own",
            content = @Content(schema = @Schema(implementation = NotificationPage.class)))
    @APIResponse(
            responseCode = "400",
            description = "When the id, the state, the limit or the cursor is not valid",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = "When they are somebody else's")
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<NotificationPage> list(
            @PathParam("userId")
                    @Parameter(
                            description = "`me` or one's own id",
                            schema = @Schema(type = SchemaType.STRING, example = "me"))
                    Receiver receiver,
            @QueryParam("state") @Parameter(description = "Only those in this state") State state,
            @Valid @BeanParam PageQuery page) {
        UUID me = receiver.demand(caller);
        return notifications.list(me, state, page.cursor(), page.limit());
    }

    private Response created(Notification notification) {
        URI location = URI.create("/notifications/" + notification.userId() + "/" + notification.id());
        return etags.tag(Response.created(location), notification).build();
    }
}
