package org.summertrip.files.objects;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the content of objects on the event loop of who wants it, by addresses that the MinIO client signs. The MinIO client itself
 * blocks a thread for each chunk and costs three times the processor time.
 */
@Singleton
class ContentClient {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    /** Less than servers wait before they hang up on a connection that is not used. */
    private static final Duration KEPT_UNUSED = Duration.ofSeconds(15);
    /** The clocks of S3 may differ by this much anyway. */
    private static final Duration SIGNED_FOR = Duration.ofMinutes(15);
    /** What one read of a socket yields at most, by default 64 KiB, which Vert.x would cut up into pieces of 8 KiB. */
    private static final int CHUNK = 256 * 1024;

    private static final Pattern CODE = Pattern.compile("<Code>(\\w+)</Code>");

    private final PresignedUrls addresses;
    private final ObjectsConfig config;
    private final HttpClient http;
    private final AtomicInteger open = new AtomicInteger();

    ContentClient(S3Client signer, ObjectsConfig config, Vertx vertx, MeterRegistry meters) {
        this.addresses = new PresignedUrls(signer, config.bucket());
        this.config = config;
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setKeepAliveTimeout((int) KEPT_UNUSED.toSeconds())
                        .setReceiveBufferSize(CHUNK)
                        .setMaxChunkSize(CHUNK)
                        // The address of an object opens it, so it must not get into a trace.
                        .setTracingPolicy(TracingPolicy.IGNORE),
                new PoolOptions().setHttp1MaxSize(config.streams()));
        Gauge.builder("files.s3.connections", open, AtomicInteger::get)
                .description(Connection.IN_USE)
                .tag("purpose", "content")
                .register(meters);
    }

    /** Opens a part of an object; empty if there is no such object. */
    Uni<Optional<ObjectStream>> open(String key, long offset, long length) {
        return Uni.createFrom()
                .deferred(() -> ask(request(key, offset, length)))
                // The store has hung up on a connection at the moment when it was to be used again.
                .onFailure(HttpClosedException.class)
                .retry()
                .atMost(1)
                .onFailure()
                .transform(failure -> failure instanceof IOException
                        ? failure
                        : new IOException("the store does not answer", failure))
                .flatMap(response -> isContent(response, length)
                        ? Uni.createFrom().item(Optional.of(stream(response, length)))
                        : refused(response));
    }

    private static boolean isContent(HttpClientResponse response, long length) {
        return response.statusCode() < HttpURLConnection.HTTP_MULT_CHOICE
                && String.valueOf(length).equals(response.getHeader(HttpHeaders.CONTENT_LENGTH));
    }

    private ObjectStream stream(HttpClientResponse response, long length) {
        open.incrementAndGet();
        return new ObjectStream(response, length, open::decrementAndGet);
    }

    private RequestOptions request(String key, long offset, long length) {
        long patience = config.callTimeout().toMillis();
        return new RequestOptions()
                .setAbsoluteURI(addresses.forGet(key, SIGNED_FOR))
                .putHeader("Range", "bytes=" + offset + "-" + (offset + length - 1))
                .setConnectTimeout(patience)
                // Ends with the head of the answer. From then on it depends on the reader how long it takes.
                .setIdleTimeout(patience);
    }

    /** An answer that comes when nobody waits for it any more is read by nobody, so its connection ends. */
    private Uni<HttpClientResponse> ask(RequestOptions request) {
        return Uni.createFrom().emitter(asker -> {
            AtomicBoolean over = new AtomicBoolean();
            asker.onTermination(() -> over.set(true));
            http.request(request).compose(HttpClientRequest::send).onComplete(answer -> {
                if (answer.failed()) {
                    asker.fail(answer.cause());
                } else if (over.get()) {
                    discard(answer.result());
                } else {
                    asker.complete(answer.result().pause());
                }
            });
        });
    }

    private static void discard(HttpClientResponse response) {
        response.exceptionHandler(reset -> {});
        response.request().reset();
    }

    private Uni<Optional<ObjectStream>> refused(HttpClientResponse response) {
        int status = response.statusCode();
        if (status < HttpURLConnection.HTTP_BAD_REQUEST) {
            discard(response);
            return Uni.createFrom().failure(new IllegalStateException("the store answers something else: " + status));
        }
        return Uni.createFrom()
                .completionStage(response.resume().body().toCompletionStage())
                .ifNoItem()
                .after(config.callTimeout())
                .fail()
                .flatMap(body -> why(status, body.toString()));
    }

    private static Uni<Optional<ObjectStream>> why(int status, String body) {
        Matcher found = CODE.matcher(body);
        String code = found.find() ? found.group(1) : "";
        if (code.equals("NoSuchKey")) {
            return Uni.createFrom().item(Optional.empty());
        }
        String message = "the store says " + status + " " + code;
        boolean passes = status >= HttpURLConnection.HTTP_INTERNAL_ERROR || S3Outage.isTemporary(code);
        return Uni.createFrom().failure(passes ? new IOException(message) : new IllegalStateException(message));
    }
}
