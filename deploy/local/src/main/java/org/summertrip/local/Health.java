package org.summertrip.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks those concerned; what is written in files may be long past. */
public final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    /** @param status 0 if nobody answers, and then the body is why */
    public record Reply(int status, String body) {

        public boolean isUp() {
            return status == 200;
        }

        /** DEGRADED is 200 too; the first status in the document is that of the whole. */
        public boolean isWhollyUp() {
            return isUp() && body.replaceAll("\\s", "").startsWith("{\"status\":\"UP\"");
        }
    }

    public Reply readiness(int port) throws InterruptedException {
        return get(URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
    }

    public Reply get(URI uri) throws InterruptedException {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    Reply post(URI uri, String json) throws InterruptedException {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private Reply send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Reply(0, e.toString());
        }
    }

    public static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
