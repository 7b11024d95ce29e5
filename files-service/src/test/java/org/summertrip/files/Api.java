package org.summertrip.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.summertrip.kit.testing.Tokens;

/** The service as one person sees it. */
public final class Api {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final UUID userId;
    private final String token;

    private Api(UUID userId, String token) {
        this.userId = userId;
        this.token = token;
    }

    /** Somebody new. */
    public static Api somebody() {
        UUID id = UUID.randomUUID();
        return new Api(id, Tokens.user(id));
    }

    /** Somebody who runs the product. */
    public static Api admin() {
        UUID id = UUID.randomUUID();
        return new Api(id, Tokens.admin(id));
    }

    /** Another service. */
    public static Api service() {
        return new Api(UUID.randomUUID(), Tokens.service());
    }

    public UUID userId() {
        return userId;
    }

    public String authorization() {
        return "Bearer " + token;
    }

    /** Sends a form; headers as name, value, name, value. */
    public HttpResponse<String> upload(Form form, String... headers) {
        return uploadTo("/storage/upload", form, headers);
    }

    public HttpResponse<String> uploadTo(String path, Form form, String... headers) {
        InputStream body = form.body();
        return send(request(path, headers)
                .header("Content-Type", Form.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body)));
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return send(request(path, "Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> postJson(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(String path, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Any request; its body, if any, as it comes. */
    public HttpResponse<String> request(String method, String path, InputStream body, String... headers) {
        return send(request(path, headers)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofInputStream(() -> body)));
    }

    /** A request without a token to any address, such as a presigned one. */
    public static HttpResponse<String> anonymously(String method, String url, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Uploads successfully and answers with the file. */
    public JsonPath uploaded(String filename, String contentType, byte[] content) {
        return created(upload(Form.file(filename, contentType, content)));
    }

    public JsonPath uploaded(String filename, String content) {
        return uploaded(filename, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    public static JsonPath created(HttpResponse<String> response) {
        assertEquals(201, response.statusCode(), response.body());
        return JsonPath.from(response.body());
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> head(String path, String... headers) {
        return send(request(path, headers).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    public HttpResponse<String> delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    public HttpResponse<String> download(String idOrFilename, String... headers) {
        return get("/storage/download/" + encoded(idOrFilename), headers);
    }

    /** Opens a download, its body unread. */
    public HttpResponse<InputStream> open(String idOrFilename) throws IOException, InterruptedException {
        return CLIENT.send(
                request("/storage/download/" + encoded(idOrFilename)).GET().build(), BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root() + path)).header("Authorization", authorization());
        return headers.length == 0 ? request : request.headers(headers);
    }

    public static String root() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
