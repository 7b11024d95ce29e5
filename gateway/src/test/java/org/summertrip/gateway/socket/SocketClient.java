package org.summertrip.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** An app with a socket: remembers all it was told, and why it was closed. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    static SocketClient connect(URI gateway, String... subprotocols) {
        SocketClient client = new SocketClient();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (subprotocols.length > 0) {
            String[] more = java.util.Arrays.copyOfRange(subprotocols, 1, subprotocols.length);
            builder.subprotocols(subprotocols[0], more);
        }
        URI address = URI.create(gateway.toString().replaceFirst("http", "ws")).resolve("/ws");
        client.socket = builder.buildAsync(address, client)
                .orTimeout(15, TimeUnit.SECONDS)
                .join();
        return client;
    }

    /** Connected and identified. */
    static SocketClient of(URI gateway, String token) {
        SocketClient client = connect(gateway);
        client.say("{\"op\":\"identify\",\"token\":\"" + token + "\"}");
        client.await("ready");
        return client;
    }

    String protocol() {
        return socket.getSubprotocol();
    }

    void say(String frame) {
        socket.sendText(frame, true).orTimeout(15, TimeUnit.SECONDS).join();
    }

    void sayBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true)
                .orTimeout(15, TimeUnit.SECONDS)
                .join();
    }

    void resume(String session, String seq) {
        say("{\"op\":\"resume\",\"session\":\"" + session + "\",\"seq\":\"" + seq + "\"}");
    }

    String session() {
        return await("ready").get("session").asText();
    }

    /** Waits for the first frame with this op. */
    JsonNode await(String op) {
        return await(frame -> frame.get("op").asText().equals(op));
    }

    JsonNode awaitEvent(String type) {
        return await(frame -> frame.path("type").asText().equals(type));
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> find(wanted).isPresent());
        } catch (org.awaitility.core.ConditionTimeoutException late) {
            throw new AssertionError("only came: " + frames + ", closed: " + closed.getNow(null), late);
        }
        return find(wanted).orElseThrow();
    }

    Optional<JsonNode> find(Predicate<JsonNode> wanted) {
        return frames.stream().filter(wanted).findFirst();
    }

    List<JsonNode> events(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    List<JsonNode> frames() {
        return new ArrayList<>(frames);
    }

    int closeCode() {
        Awaitility.await().atMost(PATIENCE).until(closed::isDone);
        return closed.join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    /** As a phone in a tunnel. */
    void abort() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                frames.add(JSON.readTree(partial.toString()));
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(-1);
    }

    @Override
    public void close() {
        if (!closed.isDone()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> socket);
        }
        socket.abort();
    }
}
