package org.summertrip.messaging.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.Problem;
import org.summertrip.messaging.Docs;

/** {@code /conversations}. */
@Path("/conversations")
@Produces(Docs.JSON)
@Tag(
        name = "conversations",
        description = "Who talks with whom; a trip's conversation exists by itself and has the trip's id")
public class ConversationResource {
    private final ConversationService conversations;
    private final Inbox inbox;
    private final Idempotency idempotency;
    private final Etags etags;
    private final Caller caller;

    ConversationResource(
            ConversationService conversations, Inbox inbox, Idempotency idempotency, Etags etags, Caller caller) {
        this.conversations = conversations;
        this.inbox = inbox;
        this.idempotency = idempotency;
        this.etags = etags;
        this.caller = caller;
    }

    @POST
    @Consumes(Docs.JSON)
    @Operation(
            operationId = "openConversation",
            summary = "Begin a conversation, or find the one with somebody",
            description = "With one other person there is only one conversation, whoever begins it and however often.")
    @APIResponse(
            responseCode = "201",
            description = "When the conversation is new",
            headers = {
                @Header(
                        name = "Location",
                        description = "Where the conversation is",
                        schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", description = "For If-Match", schema = @Schema(implementation = String.class))
            },
            content = @Content(schema = @Schema(implementation = Conversation.class)))
    @APIResponse(
            responseCode = "200",
            description = "When the two have a direct conversation already: that one",
            content = @Content(schema = @Schema(implementation = Conversation.class)))
    @APIResponse(
            responseCode = "400",
            description = "When the body is not valid or names nobody but the caller",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(
            responseCode = "404",
            description = "When one of the people does not exist, has blocked the caller or is blocked")
    @APIResponse(responseCode = "409", description = Docs.IN_FLIGHT)
    @APIResponse(responseCode = "422", description = Docs.KEY_REUSED)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<Response> open(
            @HeaderParam(Idempotency.HEADER) @Size(max = Idempotency.LONGEST_KEY) @Parameter(description = Docs.KEY)
                    String idempotencyKey,
            @NotNull @Valid NewConversation conversation) {
        UUID me = caller.id();
        return idempotency.once(
                idempotencyKey,
                me,
                "POST /conversations",
                conversation,
                () -> conversations.open(me, conversation).map(this::answer));
    }

    @GET
    @Operation(
            operationId = "listConversations",
            summary = "Read one's inbox",
            description = "The conversations that the caller takes part in, the one with the latest activity first.")
    @APIResponse(
            responseCode = "200",
            description = "When there is a caller",
            content = @Content(schema = @Schema(implementation = ConversationPage.class)))
    @APIResponse(
            responseCode = "400",
            description = "When the limit is out of range or the cursor of another list",
            content = @Content(mediaType = Docs.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = Docs.UNAUTHENTICATED)
    @APIResponse(responseCode = "503", description = Docs.UNAVAILABLE)
    public Uni<ConversationPage> list(@Valid @BeanParam PageQuery page) {
        return inbox.page(caller.id(), page.cursor(), page.limit()).map(ConversationPage::of);
    }

    private Response answer(Opened opened) {
        URI location = URI.create("/conversations/" + opened.conversation().id());
        Response.ResponseBuilder response = opened.created() ? Response.created(location) : Response.ok();
        return etags.tag(response, opened.conversation()).build();
    }
}
