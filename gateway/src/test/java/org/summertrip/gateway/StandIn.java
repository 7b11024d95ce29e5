package org.summertrip.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;

/** A service as the gateway sees one: an HTTP server that can be told what to answer, and that can be killed. */
public final class StandIn {
    private final Vertx vertx = Vertx.vertx();
    private volatile Handler<HttpServerRequest> answer = StandIn::echo;
    private volatile Handler<HttpServerRequest> readiness = StandIn::ready;
    private volatile String wellness = "UP";
    private HttpServer server;
    private int port;

    /** Starts, on the port it had before if it ran before. */
    public StandIn start() {
        HttpServerOptions options = new HttpServerOptions().setPort(port).setHost("127.0.0.1");
        server = vertx.createHttpServer(options);
        server.requestHandler(this::handle);
        get(server.listen());
        port = server.actualPort();
        return this;
    }

    /** Closes every connection and the port. */
    public void kill() {
        get(server.close());
    }

    public void close() {
        get(vertx.close());
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What is answered to everything but the question whether it is ready. */
    public void answers(Handler<HttpServerRequest> handler) {
        answer = handler;
    }

    public void answersReadiness(Handler<HttpServerRequest> handler) {
        readiness = handler;
    }

    /** How its Redis is, which readiness does not depend on. */
    public void answersWellness(String redis) {
        wellness = redis;
    }

    /** As it was in the beginning. */
    public void reset() {
        wellness = "UP";
        answer = StandIn::echo;
        readiness = StandIn::ready;
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/q/health/well")) {
            request.response()
                    .end("{\"status\":\"%s\",\"checks\":[{\"name\":\"redis\",\"status\":\"%s\"}]}"
                            .formatted(wellness, wellness));
        } else if (request.path().startsWith("/q/health")) {
            readiness.handle(request);
        } else {
            answer.handle(request);
        }
    }

    /** Tells what it was asked, so that a test can see what crossed the gateway. */
    static void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            request.headers().forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
            JsonObject seen = new JsonObject()
                    .put("method", request.method().name())
                    .put("uri", request.uri())
                    .put("headers", headers)
                    .put("body", body.toString());
            request.response().putHeader("content-type", "application/json").end(seen.encode());
        });
    }

    static void ready(HttpServerRequest request) {
        readiness(request, 200, "UP", "UP");
    }

    public static void readiness(HttpServerRequest request, int status, String overall, String store) {
        request.response()
                .setStatusCode(status)
                .end(
                        "{\"status\":\"%s\",\"checks\":[{\"name\":\"store\",\"status\":\"%s\",\"data\":{\"secret\":\"x\"}}]}"
                                .formatted(overall, store));
    }

    private static void get(io.vertx.core.Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
