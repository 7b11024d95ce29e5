package org.summertrip.gateway.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.summertrip.gateway.Calls;
import org.summertrip.kit.trace.RequestTrace;

/** All that an app shows first with one request, because on a phone every request costs its way there and back. */
@Path("/home")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "home", description = "What the gateway puts together")
public class HomeResource {
    private static final Logger LOG = Logger.getLogger(HomeResource.class);
    private static final int OK = 200;
    private static final String EXAMPLE = """
            {"me":{"id":"019aa5bf-3333-7ccc-8ccc-0123456789ab","email":"ana@example.org","firstName":"Ana"},
            "groups":[{"id":"019aa5bf-5555-7ccc-8ccc-0123456789ab","name":"Lisbon in September","memberCount":4}],
            "conversations":[{"id":"019aa5bf-5555-7ccc-8ccc-0123456789ab","kind":"group","unreadCount":2}],
            "notifications":{"unseenCount":1,"items":[{"type":"NEW_ACTIVITY","message":"Ben proposes a boat trip"}]},
            "suggestions":null,"partial":["suggestions"]}""";

    private final Calls calls;
    private final ComposeConfig config;
    private final ObjectMapper mapper;
    private final CurrentVertxRequest request;

    public HomeResource(Calls calls, ComposeConfig config, ObjectMapper mapper, CurrentVertxRequest request) {
        this.calls = calls;
        this.config = config;
        this.mapper = mapper;
        this.request = request;
    }

    @GET
    @Operation(
            summary = "Get all that a start screen shows",
            description = "Asks the services at once and waits for each no longer than a stated time.")
    @APIResponse(
            responseCode = "200",
            description = "Whatever could be had in time; what could not is null and named in partial",
            content =
                    @Content(
                            schema = @Schema(ref = "#/components/schemas/Home"),
                            examples = @ExampleObject(name = "one part missing", value = EXAMPLE)))
    public Uni<Home> home(@Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        RequestTrace trace = RequestTrace.of(request.getCurrent());
        Map<Part, Future<JsonNode>> asked = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            asked.put(part, ask(part, authorization, trace));
        }
        Future<Home> all =
                Future.join(List.copyOf(asked.values())).transform(done -> Future.succeededFuture(compose(asked)));
        return Uni.createFrom().completionStage(all.toCompletionStage());
    }

    private Future<JsonNode> ask(Part part, String authorization, RequestTrace trace) {
        return calls.get(part.service(), part.uri(), authorization, trace, config.homeDeadline())
                .compose(this::body)
                .map(body -> part.shown(read(body)))
                .timeout(config.homeDeadline().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> LOG.debugf("home is partial part=%s cause=%s", part.field(), failure));
    }

    private Future<Buffer> body(HttpClientResponse answer) {
        if (answer.statusCode() != OK) {
            answer.resume();
            return Future.failedFuture("status " + answer.statusCode());
        }
        long atMost = config.homePart().asLongValue();
        Buffer body = Buffer.buffer();
        answer.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > atMost) {
                answer.request().reset();
            }
        });
        return answer.end().map(body);
    }

    private JsonNode read(Buffer body) {
        try {
            return mapper.readTree(body.getBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException("the answer is not JSON", unreadable);
        }
    }

    private static Home compose(Map<Part, Future<JsonNode>> asked) {
        Map<Part, JsonNode> parts = new EnumMap<>(Part.class);
        List<String> partial = new ArrayList<>();
        asked.forEach((part, answer) -> {
            boolean usable = answer.succeeded() && !answer.result().isMissingNode();
            if (usable) {
                parts.put(part, answer.result());
            } else {
                partial.add(part.field());
            }
        });
        return Home.of(parts, partial);
    }
}
