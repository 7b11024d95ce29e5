package org.summertrip.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * A gateway, or a replica itself, as one of several that people go through. For many callers at once, and for those whose door breaks while
 * they go through: that is an {@link UncheckedIOException}.
 */
final class Door {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI root;

    Door(URI root) {
        this.root = root;
    }

    URI root() {
        return root;
    }

    Answer get(Traveller who, String path) {
        return bare("GET", who, path);
    }

    Answer bare(String method, Traveller who, String path) {
        return asks(method, who, path, BodyPublishers.noBody());
    }

    Answer post(Traveller who, String path, Map<String, ?> body, String... headers) {
        try {
            HttpRequest.Builder request = request(who, path).header("Content-Type", "application/json");
            return send(with(headers, request).POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Answer upload(Traveller who, String filename, String text) {
        byte[] part = FilePart.of(filename, "text/plain", text.getBytes(StandardCharsets.UTF_8));
        String type = "multipart/form-data; boundary=" + FilePart.BOUNDARY;
        return asks("POST", who, "/storage/upload", BodyPublishers.ofByteArray(part), "Content-Type", type);
    }

    Answer asks(String method, Traveller who, String path, BodyPublisher body, String... headers) {
        return send(with(headers, request(who, path)).method(method, body));
    }

    /** How many requests for a path this replica has answered, as its metrics say. */
    long answered(String path) {
        return get(null, "/q/metrics")
                .mustBe(200)
                .text()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                .filter(line -> line.contains("uri=\"" + path + "\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpRequest.Builder request(Traveller who, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(40));
        return who == null ? request : request.header("Authorization", "Bearer " + who.token());
    }

    private static HttpRequest.Builder with(String[] headers, HttpRequest.Builder request) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(over);
        }
    }

    /** What came back. */
    record Answer(int status, HttpHeaders headers, byte[] body) {
        /** Fails with all that is known when it is another. */
        Answer mustBe(int wanted) {
            if (status != wanted) {
                throw new AssertionError("%d instead of %d: %s".formatted(status, wanted, text()));
            }
            return this;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException noJson) {
                throw new UncheckedIOException(text(), noJson);
            }
        }

        String id() {
            return json().path("id").asText();
        }
    }
}
