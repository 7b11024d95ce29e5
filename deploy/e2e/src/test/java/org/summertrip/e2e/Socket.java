package org.summertrip.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A client of /ws: keeps every frame that it got. */
final class Socket implements AutoCloseable, WebSocket.Listener {
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket webSocket;

    private Socket(URI gateway) {
        URI address = URI.create("ws://" + gateway.getAuthority() + "/ws");
        webSocket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .buildAsync(address, this)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        await("hello");
    }

    static Socket identify(URI gateway, Traveller traveller) {
        Socket socket = new Socket(gateway);
        socket.send("{\"op\":\"identify\",\"token\":\"%s\"}".formatted(traveller.token()));
        socket.await("ready");
        return socket;
    }

    static Socket resume(URI gateway, Traveller traveller, String session, String seq) {
        Socket socket = new Socket(gateway);
        socket.send("{\"op\":\"resume\",\"token\":\"%s\",\"session\":\"%s\",\"seq\":\"%s\"}"
                .formatted(traveller.token(), session, seq));
        return socket;
    }

    void send(String frame) {
        webSocket.sendText(frame, true).orTimeout(10, TimeUnit.SECONDS).join();
    }

    JsonPath await(String op) {
        return awaitFrame(frame -> op.equals(frame.path("op").asText()));
    }

    JsonPath awaitEvent(String type) {
        return awaitFrame(isEvent(type));
    }

    long events(String type) {
        return ofType(type).count();
    }

    /** What the events of a type were about, in the order in which they came. */
    List<String> ids(String type) {
        return ofType(type).map(frame -> frame.at("/data/id").asText()).toList();
    }

    List<String> awaitIds(String type, int atLeast) {
        JourneyIT.soon().until(() -> events(type) >= atLeast);
        return ids(type);
    }

    /** How far this socket has come: what a resume begins at. */
    String seq() {
        return frames.stream()
                .filter(frame -> frame.has("seq"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .get("seq")
                .asText();
    }

    private Stream<JsonNode> ofType(String type) {
        return frames.stream().filter(isEvent(type));
    }

    private static Predicate<JsonNode> isEvent(String type) {
        return frame -> type.equals(frame.path("type").asText());
    }

    private JsonPath awaitFrame(Predicate<JsonNode> wanted) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> frames.stream().filter(wanted).findFirst(), java.util.Optional::isPresent)
                .map(frame -> JsonPath.from(frame.toString()))
                .orElseThrow();
    }

    @Override
    public CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(read(partial.toString()));
            partial.setLength(0);
        }
        source.request(1);
        return null;
    }

    private static JsonNode read(String frame) {
        try {
            return Door.JSON.readTree(frame);
        } catch (JsonProcessingException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** Gone without a word, as a telephone in a tunnel. */
    void cut() {
        webSocket.abort();
    }

    @Override
    public void close() {
        webSocket
                .sendClose(WebSocket.NORMAL_CLOSURE, "bye")
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
