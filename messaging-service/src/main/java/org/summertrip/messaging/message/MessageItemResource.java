package org.summertrip.messaging.message;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

/** {@code /messages/{conversationId}/{messageId}} and what is below. */
@Path("/messages/{conversationId}/{messageId}")
@Produces(Docs.JSON)
@Tag(name = "messages")
public class MessageItemResource {
    private static final String BAD_ID = "When an id is malformed";
    private static final String BAD_EMOJI = "When an id is malformed or the last part is not one emoji";
    private static final String NO_MESSAGE_OR_BLOCKED =
            "When there is no such message, the caller takes no part in its conversation, or one of two has blocked the other";

    private final MessageHistory history;
    private final Editing editing;
    private final Etags etags;
    private final Caller caller;

    MessageItemResource(MessageHistory history, Editing editing, Etags etags, Caller caller) {
        this.history = history;
        this.editing = editing;
        this.etags = etags;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getMessage", summary = "Read one message")
    @APIResponse(
            responseCode = "200",
            description = "When the caller takes part in the conversation, or did when it was said",
            headers =
                    @Header(
                            name = "ETag",
                            description = "For If-Match and If-None-Match",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Message.class)))
    @APIResponse(responseCode = "304", description = "When If-None-Match names what would be answered")
    @APIResponse(
            responseCode = "400",
            description = BAD_ID,
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = Docs.NO_MESSAGE)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Response> get(
            @PathParam("conversationId") UUID conversationId,
            @PathParam("messageId") UUID messageId,
            @HeaderParam("If-None-Match") @Parameter(description = "The ETag of what one has already")
                    String ifNoneMatch) {
        return history.one(conversationId, caller.id(), messageId).map(message -> etags.answer(message, ifNoneMatch));
    }

    @PATCH
    @Consumes({Docs.JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(
            operationId = "editMessage",
            summary = "Say something else instead",
            description = "One's own messages only; `editedAt` tells everybody.")
    @APIResponse(
            responseCode = "200",
            description = "When the message is changed",
            headers =
                    @Header(
                            name = "ETag",
                            description = "For If-Match",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Message.class)))
    @APIResponse(
            responseCode = "400",
            description = "When an id or the body is not valid",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "403", description = "When it is somebody else's message")
    @APIResponse(responseCode = "404", description = Docs.NO_MESSAGE)
    @APIResponse(responseCode = "409", description = "When the message has been deleted")
    @APIResponse(responseCode = "412", description = "When If-Match names another state of it")
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Response> edit(
            @PathParam("conversationId") UUID conversationId,
            @PathParam("messageId") UUID messageId,
            @HeaderParam("If-Match") @Parameter(description = "The ETag of what one has seen of it") String ifMatch,
            @NotNull @Valid MessageChanges changes) {
        return editing.edit(caller.id(), conversationId, messageId, changes.content(), ifMatch)
                .map(message -> etags.tag(Response.ok(), message).build());
    }

    @DELETE
    @Operation(
            operationId = "deleteMessage",
            summary = "Delete a message",
            description =
                    "One's own; admins of the trip and of the product any. It keeps its place in the conversation,"
                            + " without what it said.")
    @APIResponse(responseCode = "204", description = "When it is deleted, now or before")
    @APIResponse(
            responseCode = "400",
            description = BAD_ID,
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "403", description = "When it is somebody else's and the caller is no admin")
    @APIResponse(responseCode = "404", description = Docs.NO_MESSAGE)
    @APIResponse(responseCode = "412", description = "When If-Match names another state of it")
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Void> delete(
            @PathParam("conversationId") UUID conversationId,
            @PathParam("messageId") UUID messageId,
            @HeaderParam("If-Match") @Parameter(description = "The ETag of what one has seen of it") String ifMatch) {
        return editing.delete(caller, conversationId, messageId, ifMatch);
    }

    @PUT
    @Path("/reactions/{emoji}")
    @Operation(
            operationId = "react",
            summary = "React with an emoji",
            description = "Once per person and emoji, however often it is asked for.")
    @APIResponse(responseCode = "204", description = "When the reaction is there")
    @APIResponse(
            responseCode = "400",
            description = BAD_EMOJI,
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = NO_MESSAGE_OR_BLOCKED)
    @APIResponse(
            responseCode = "409",
            description = "When the message has been deleted, or has twenty different reactions already")
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Void> react(
            @PathParam("conversationId") UUID conversationId,
            @PathParam("messageId") UUID messageId,
            @PathParam("emoji") @Parameter(description = "One emoji, percent-encoded", example = "👍") String emoji) {
        return editing.react(caller.id(), conversationId, messageId, emoji);
    }

    @DELETE
    @Path("/reactions/{emoji}")
    @Operation(operationId = "unreact", summary = "Take a reaction back")
    @APIResponse(responseCode = "204", description = "When the reaction is not there, now or before")
    @APIResponse(
            responseCode = "400",
            description = BAD_EMOJI,
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = Docs.NO_MESSAGE)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Void> unreact(
            @PathParam("conversationId") UUID conversationId,
            @PathParam("messageId") UUID messageId,
            @PathParam("emoji") @Parameter(description = "One emoji, percent-encoded", example = "👍") String emoji) {
        return editing.unreact(caller.id(), conversationId, messageId, emoji);
    }
}
