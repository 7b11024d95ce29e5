package org.summertrip.messaging.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.problem.Problem;
import org.summertrip.messaging.Docs;

/** {@code /conversations/{id}}: one conversation and its participant's attention to it. */
@Path("/conversations/{id}")
@Produces(Docs.JSON)
@Tag(name = "conversations")
public class ConversationItemResource {
    private final Inbox inbox;
    private final Attention attention;
    private final MuteBody bodies;
    private final Etags etags;
    private final Caller caller;

    ConversationItemResource(Inbox inbox, Attention attention, MuteBody bodies, Etags etags, Caller caller) {
        this.inbox = inbox;
        this.attention = attention;
        this.bodies = bodies;
        this.etags = etags;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getConversation", summary = "Read one conversation")
    @APIResponse(
            responseCode = "200",
            description = "When the caller takes part in it",
            headers =
                    @Header(
                            name = "ETag",
                            description = "For If-None-Match",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Conversation.class)))
    @APIResponse(responseCode = "304", description = "When If-None-Match names what would be answered")
    @APIResponse(
            responseCode = "400",
            description = "When the id is malformed",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = Docs.NO_CONVERSATION)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Response> get(
            @PathParam("id") UUID id,
            @HeaderParam("If-None-Match") @Parameter(description = "The ETag of what one has already")
                    String ifNoneMatch) {
        return inbox.one(caller.id(), id).map(conversation -> etags.answer(conversation, ifNoneMatch));
    }

    @POST
    @Path("/read")
    @Consumes(Docs.JSON)
    @Operation(
            operationId = "readConversation",
            summary = "Mark a conversation as read up to a message",
            description = "The marker only moves forward: an older message changes nothing.")
    @APIResponse(responseCode = "204", description = "When the marker is at that message or a newer one")
    @APIResponse(
            responseCode = "400",
            description = "When an id is malformed or the message is not one of this conversation",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = Docs.NO_CONVERSATION)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Void> read(@PathParam("id") UUID id, @NotNull @Valid ReadUpTo read) {
        return attention.read(caller.id(), id, read.messageId());
    }

    @PUT
    @Path("/mute")
    @Consumes(Docs.JSON)
    @Operation(
            operationId = "muteConversation",
            summary = "Silence a conversation",
            description = "Its messages make no notification; they still count as unread.")
    @APIResponse(responseCode = "204", description = "When it is silent until then")
    @APIResponse(
            responseCode = "400",
            description = "When the id is malformed or the time has passed",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = Docs.NO_CONVERSATION)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    @RequestBody(content = @Content(schema = @Schema(implementation = MuteUntil.class)))
    public Uni<Void> mute(@PathParam("id") UUID id, String body) {
        return attention.mute(caller.id(), id, bodies.read(body).until());
    }

    @DELETE
    @Path("/mute")
    @Operation(operationId = "unmuteConversation", summary = "Let a conversation be heard again")
    @APIResponse(responseCode = "204", description = "When it is not silent, now or before")
    @APIResponse(
            responseCode = "400",
            description = "When the id is malformed",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "404", description = Docs.NO_CONVERSATION)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Void> unmute(@PathParam("id") UUID id) {
        return attention.unmute(caller.id(), id);
    }
}
