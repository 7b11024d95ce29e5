package org.summertrip.sampledata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * One request to the public API.
 *
 * @param token whose call it is; null for anonymous ones
 * @param key the Idempotency-Key, null where the call repeats harmlessly by itself
 */
record Call(String method, String path, String token, String key, String contentType, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "summer-trip-sample-data";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Call get(String path, String token) {
        return new Call("GET", path, token, null, null, null);
    }

    static Call post(String path, Map<String, ?> content) {
        return json("POST", path, content);
    }

    static Call put(String path, Map<String, ?> content) {
        return json("PUT", path, content);
    }

    private static Call json(String method, String path, Map<String, ?> content) {
        try {
            return new Call(method, path, null, null, "application/json", JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not expressible in JSON: " + content.keySet(), e);
        }
    }

    static Call post(String path) {
        return new Call("POST", path, null, null, null, null);
    }

    static Call upload(String path, String filename, String contentType, byte[] content) {
        var body = new ByteArrayOutputStream();
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n";
        body.writeBytes(head.formatted(BOUNDARY, filename, contentType).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
        return new Call("POST", path, null, null, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    Call by(String token) {
        return new Call(method, path, token, key, contentType, body);
    }

    Call once(String key) {
        return new Call(method, path, token, key, contentType, body);
    }

    HttpRequest to(URI gateway) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .method(method, publisher)
                .timeout(PATIENCE);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.build();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
