package org.summertrip.e2e;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A client of /ws: keeps every frame that it got. */
final class Socket implements AutoCloseable, WebSocket.Listener {
    private final List<JsonPath> frames = new CopyOnWriteArrayList<>();
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
        return awaitFrame(frame -> op.equals(frame.getString("op")));
    }

    JsonPath awaitEvent(String type) {
        return awaitFrame(frame -> type.equals(frame.getString("type")));
    }

    long events(String type) {
        return frames.stream()
                .filter(frame -> type.equals(frame.getString("type")))
                .count();
    }

    private JsonPath awaitFrame(java.util.function.Predicate<JsonPath> wanted) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> frames.stream().filter(wanted).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(JsonPath.from(partial.toString()));
            partial.setLength(0);
        }
        source.request(1);
        return null;
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
