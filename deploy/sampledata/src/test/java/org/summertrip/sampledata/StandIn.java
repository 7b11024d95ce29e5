package org.summertrip.sampledata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * As much of the public API as a loader needs, with the moods of a distributed one: what was made is unknown to the
 * other services at first, and now and then a request is turned away for a moment.
 */
final class StandIn implements AutoCloseable {

    final Map<String, String> idByEmail = new ConcurrentHashMap<>();
    final Map<String, String> made = Collections.synchronizedMap(new LinkedHashMap<>());
    final List<String> messages = Collections.synchronizedList(new ArrayList<>());
    final Set<String> friendships = ConcurrentHashMap.newKeySet();
    final Map<String, Set<String>> members = new ConcurrentHashMap<>();
    final Set<String> votes = ConcurrentHashMap.newKeySet();
    final Set<String> plans = ConcurrentHashMap.newKeySet();
    final Map<String, byte[]> files = new ConcurrentHashMap<>();

    /** Paths that answer 503 once, and 404 once, before they answer. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;

    StandIn() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else 40 ms pass between head and body
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (seen.add("503 " + path)) {
                exchange.getResponseHeaders().add("Retry-After", "0");
                answer(exchange, 503, "{}");
                return;
            }
            answer(exchange, path, body);
        } catch (RuntimeException e) {
            answer(exchange, 500, e.toString());
        }
    }

    private void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String caller = authorization == null ? "" : authorization.substring("Bearer ".length());
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String[] parts = path.substring(1).split("/");
        switch (parts[0]) {
            case "users" -> signUp(exchange, json.readTree(body));
            case "auth" -> login(exchange, json.readTree(body));
            case "friends" -> befriend(exchange, caller, parts, body);
            case "groups" -> group(exchange, caller, parts, key);
            case "activities" -> {
                votes.add(caller + " " + parts[1] + " "
                        + json.readTree(body).path("value").asText());
                answer(exchange, 204, null);
            }
            case "conversations" -> answer(exchange, 201, "{\"id\":\"%s\"}".formatted(converse(caller, body)));
            case "messages" -> say(exchange, caller, json.readTree(body), key);
            case "storage" -> file(exchange, caller, parts, body);
            default -> answer(exchange, 404, "{}");
        }
    }

    private void signUp(HttpExchange exchange, JsonNode form) throws IOException {
        String email = form.path("email").asText();
        boolean taken = idByEmail.putIfAbsent(email, UUID.randomUUID().toString()) != null;
        passwords.putIfAbsent(email, form.path("password").asText());
        answer(exchange, taken ? 409 : 201, "{}");
    }

    private void login(HttpExchange exchange, JsonNode form) throws IOException {
        String email = form.path("email").asText();
        String id = idByEmail.get(email);
        boolean right =
                id != null && passwords.get(email).equals(form.path("password").asText());
        answer(exchange, right ? 200 : 401, "{\"accessToken\":\"%s\",\"user\":{\"id\":\"%s\"}}".formatted(id, id));
    }

    private void befriend(HttpExchange exchange, String caller, String[] parts, byte[] body) throws IOException {
        if (seen.add("404 " + caller)) {
            answer(exchange, 404, "{}");
        } else if (parts.length == 2) {
            String other = json.readTree(body).path("userId").asText();
            answer(exchange, friendships.add(caller + " " + other) ? 201 : 200, "{}");
        } else {
            boolean asked = friendships.contains(parts[2] + " " + caller);
            friendships.add(caller + " accepts " + parts[2]);
            answer(exchange, asked ? 200 : 404, "{}");
        }
    }

    private void group(HttpExchange exchange, String caller, String[] parts, String key) throws IOException {
        String what = parts.length == 3 ? parts[2] : "";
        if (what.equals("activities")) {
            answer(exchange, 201, "{\"id\":\"%s\"}".formatted(make("activity", key)));
            return;
        }
        if (what.equals("plan")) {
            plans.add(parts[1]);
            answer(exchange, 200, "{}");
            return;
        }
        String id = parts.length == 1 ? make("group", key) : parts[1];
        boolean joined = members.computeIfAbsent(id, group -> ConcurrentHashMap.newKeySet())
                .add(caller);
        answer(exchange, parts.length == 1 || joined ? 201 : 409, "{\"id\":\"%s\"}".formatted(id));
    }

    private String converse(String caller, byte[] body) throws IOException {
        String other = json.readTree(body).path("userIds").path(0).asText();
        return make("conversation", caller + " with " + other);
    }

    private void say(HttpExchange exchange, String caller, JsonNode message, String key) throws IOException {
        String conversation = message.path("conversationId").asText();
        if (seen.add("404 " + conversation)) {
            answer(exchange, 404, "{}");
            return;
        }
        if (!members.getOrDefault(conversation, Set.of(caller)).contains(caller)) {
            answer(exchange, 404, "{}");
            return;
        }
        if (made.putIfAbsent("message " + key, key) == null) {
            messages.add(message.path("content").asText());
        }
        answer(exchange, 201, "{}");
    }

    private void file(HttpExchange exchange, String caller, String[] parts, byte[] body) throws IOException {
        if (parts[1].equals("download")) {
            answer(exchange, files.containsKey(caller + " " + parts[2]) ? 200 : 404, "text");
            return;
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String filename = text.replaceFirst("(?s).*?filename=\"([^\"]+)\".*", "$1");
        int start = text.indexOf("\r\n\r\n") + 4;
        int end = text.lastIndexOf("\r\n--");
        files.put(caller + " " + filename, text.substring(start, end).getBytes(StandardCharsets.ISO_8859_1));
        answer(exchange, 201, "{}");
    }

    private String make(String kind, String key) {
        String name = kind + " " + (key == null ? UUID.randomUUID() : key);
        return made.computeIfAbsent(name, anything -> UUID.randomUUID().toString());
    }

    int count(String kind) {
        return List.copyOf(made.keySet()).stream()
                .filter(name -> name.startsWith(kind + " "))
                .toList()
                .size();
    }

    private static void answer(HttpExchange exchange, int status, String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        try {
            exchange.sendResponseHeaders(status, text == null ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
