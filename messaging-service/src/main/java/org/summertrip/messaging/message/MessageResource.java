package org.summertrip.messaging.message;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.problem.Problem;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.problem.Violation;
import org.summertrip.messaging.Docs;
import org.summertrip.messaging.Limits;

/** {@code /messages}. */
@Path("/messages")
@Produces(Docs.JSON)
@Tag(name = "messages", description = "What is said in conversations; only their participants can tell that they exist")
public class MessageResource {
    private final Sending sending;
    private final MessageHistory history;
    private final Etags etags;
    private final Caller caller;

    MessageResource(Sending sending, MessageHistory history, Etags etags, Caller caller) {
        this.sending = sending;
        this.history = history;
        this.etags = etags;
        this.caller = caller;
    }

    @POST
    @Consumes(Docs.JSON)
    @Operation(
            operationId = "sendMessage",
            summary = "Say something in a conversation",
            description =
                    "Sender and time are the server's to set. With an Idempotency-Key the message exists once, also"
                            + " when an earlier attempt died half way or got no answer.")
    @APIResponse(
            responseCode = "201",
            description = "When the message is stored",
            headers = {
                @Header(
                        name = "Location",
                        description = "Where the message is",
                        schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", description = "For If-Match", schema = @Schema(implementation = String.class))
            },
            content = @Content(schema = @Schema(implementation = Message.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "When the body is not valid, answers a message that is not of this conversation, or attaches a"
                            + " file that the caller cannot see",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(
            responseCode = "404",
            description =
                    "When there is no such conversation, the caller takes no part in it, or one of two has blocked the"
                            + " other")
    @APIResponse(responseCode = "422", description = Docs.KEY_REUSED)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Response> send(
            @HeaderParam(Idempotency.HEADER) @Size(max = Idempotency.LONGEST_KEY) @Parameter(description = Docs.KEY)
                    String idempotencyKey,
            @NotNull @Valid NewMessage message) {
        return sending.send(caller.id(), idempotencyKey, message).map(this::created);
    }

    @GET
    @Path("/{conversationId}")
    @Operation(
            operationId = "listMessages",
            summary = "Read a conversation",
            description = "Newest first. Without a cursor from the newest message on; `next` given as `before` leads to"
                    + " older ones, `prev` given as `after` to newer ones. Who has left still reads what was said until"
                    + " then.")
    @APIResponse(
            responseCode = "200",
            description = "When the caller takes part in the conversation, or has left it",
            content = @Content(schema = @Schema(implementation = MessagePage.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "When the id is malformed, the limit out of range, the cursor of another list, or both cursors given",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(
            responseCode = "404",
            description = "When there is no such conversation or the caller takes no part in it")
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<MessagePage> list(
            @PathParam("conversationId") UUID conversationId,
            @QueryParam("before")
                    @Size(max = Limits.CURSOR) @Parameter(description = "The `next` of a page: older messages")
                    String before,
            @QueryParam("after")
                    @Size(max = Limits.CURSOR) @Parameter(description = "The `prev` of a page: newer messages")
                    String after,
            @QueryParam("limit")
                    @DefaultValue("20")
                    @Min(1) @Max(100) @Parameter(description = "How many items at most, 1 to 100")
                    Integer limit) {
        if (before != null && after != null) {
            throw ProblemException.invalid(List.of(
                    new Violation("before", "query", "cannot be combined with after"),
                    new Violation("after", "query", "cannot be combined with before")));
        }
        UUID me = caller.id();
        return after == null
                ? history.older(conversationId, me, before, limit)
                : history.newer(conversationId, me, after, limit);
    }

    private Response created(Sent sent) {
        Message message = sent.message();
        URI location = URI.create("/messages/" + message.conversationId() + "/" + message.id());
        Response.ResponseBuilder response = etags.tag(Response.created(location), message);
        return sent.replayed() ? response.header("Idempotent-Replayed", "true").build() : response.build();
    }
}
