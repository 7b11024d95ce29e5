package org.summertrip.files.objects;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.minio.MinioAsyncClient;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of reading when a store does what the embedded one cannot be brought to do. */
class ContentClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long CALL_MILLIS = 700;
    private static final String CONTENT = "content";

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private ContentClient client;

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void readsTheRangeThatIsWanted() throws Exception {
        store(request -> {
            assertEquals("bytes=100-106", request.getHeader("Range"));
            assertTrue(request.query().contains("X-Amz-Signature"));
            request.response().setStatusCode(206).end(CONTENT);
        });

        ObjectStream stream = opened();

        assertEquals(CONTENT, of(stream::next).toString());
        assertTrue(stream.isAtEnd());
        assertEquals(0, inUse());
    }

    @ParameterizedTest
    @CsvSource({"503,SlowDown", "500,InternalError", "404,NoSuchBucket", "429,SlowDown", "502,"})
    void takesWhatPassesForAnOutage(int status, String code) throws Exception {
        store(request -> request.response().setStatusCode(status).end("<Error><Code>" + code + "</Code></Error>"));

        assertTrue(new S3Outage().matches(failure(this::open)));
        assertEquals(0, inUse());
    }

    @ParameterizedTest
    @CsvSource({"403,AccessDenied", "400,InvalidRequest", "404,"})
    void takesWhatDoesNotPassForAFaultOfOurs(int status, String code) throws Exception {
        store(request -> request.response().setStatusCode(status).end("<Error><Code>" + code + "</Code></Error>"));

        assertInstanceOf(IllegalStateException.class, failure(this::open));
    }

    @Test
    void findsNothingWhereThereIsNothing() throws Exception {
        store(request -> request.response().setStatusCode(404).end("<Error><Code>NoSuchKey</Code></Error>"));

        assertEquals(Optional.empty(), of(this::open));
    }

    @Test
    void doesNotTakeAnotherLengthForTheContent() throws Exception {
        store(request -> request.response().end("all of it instead of a part"));

        assertInstanceOf(IllegalStateException.class, failure(this::open));
    }

    @Test
    void failsInTimeWhenTheStoreTakesARequestAndSaysNothing() throws Exception {
        store(request -> {});
        long before = System.nanoTime();

        assertTrue(new S3Outage().matches(failure(this::open)));

        assertTrue(System.nanoTime() - before < TimeUnit.MILLISECONDS.toNanos(3 * CALL_MILLIS));
        await().atMost(PATIENCE).until(() -> connections.get() == 0);
    }

    @Test
    void failsWhenTheStoreBreaksOff() throws Exception {
        store(request -> {
            request.response()
                    .setStatusCode(206)
                    .putHeader("Content-Length", "7")
                    .write("con");
            vertx.setTimer(50, later -> request.connection().close());
        });

        ObjectStream stream = opened();

        assertEquals("con", of(stream::next).toString());
        assertInstanceOf(EOFException.class, failure(stream::next));
        assertInstanceOf(EOFException.class, failure(stream::next));
        stream.close();
        assertEquals(0, inUse());
    }

    @Test
    void asksOnceMoreWhenTheStoreHangsUpInsteadOfAnswering() throws Exception {
        store(request -> {
            if (requests.incrementAndGet() == 1) {
                request.connection().close();
            } else {
                request.response().setStatusCode(206).end(CONTENT);
            }
        });

        assertEquals(CONTENT, of(opened()::next).toString());
    }

    @Test
    void closesTheConnectionOfWhatIsReadNoFurther() throws Exception {
        store(request -> request.response()
                .setStatusCode(206)
                .putHeader("Content-Length", "7")
                .write("con"));
        ObjectStream stream = opened();
        assertEquals(1, inUse());

        stream.close();
        stream.close();

        assertEquals(0, inUse());
        await().atMost(PATIENCE).until(() -> connections.get() == 0);
    }

    @Test
    void readsNoMoreAtOnceThanItMay() throws Exception {
        store(request -> request.response()
                .setStatusCode(206)
                .putHeader("Content-Length", "7")
                .write("con"));
        ObjectStream first = opened();
        opened();

        assertInstanceOf(IOException.class, failure(this::open));

        first.close();
        opened();
        assertEquals(2, inUse());
    }

    private void store(Handler<HttpServerRequest> answer) throws Exception {
        int port = vertx.createHttpServer()
                .connectionHandler(connection -> {
                    connections.incrementAndGet();
                    connection.closeHandler(closed -> connections.decrementAndGet());
                })
                .requestHandler(answer)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
        ObjectsConfig config = config("http://localhost:" + port);
        MinioAsyncClient signer = MinioAsyncClient.builder()
                .endpoint(config.endpoint().toString())
                .region(config.region())
                .credentials(config.accessKey(), config.secretKey())
                .build();
        client = new ContentClient(new S3Client(signer), config, vertx, meters);
    }

    private Uni<Optional<ObjectStream>> open() {
        return client.open("files/a", 100, CONTENT.length());
    }

    private ObjectStream opened() throws Exception {
        return of(this::open).orElseThrow();
    }

    private int inUse() {
        return (int) meters.get("files.s3.connections").gauge().value();
    }

    /** What comes of it on an event loop, where requests are. */
    private <T> T of(Supplier<Uni<T>> work) throws Exception {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        context.runOnContext(now -> work.get().subscribe().with(outcome::complete, outcome::completeExceptionally));
        return outcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private Throwable failure(Supplier<? extends Uni<?>> work) {
        return assertThrows(ExecutionException.class, () -> of(() -> work.get().map(any -> any)))
                .getCause();
    }

    /** Two streams, and little patience. */
    private static ObjectsConfig config(String endpoint) {
        Map<String, String> properties = Map.of(
                "files.s3.endpoint", endpoint,
                "files.s3.access-key", "somebody",
                "files.s3.secret-key", "a secret of nobody's",
                "files.s3.call-timeout", CALL_MILLIS + "ms",
                "files.s3.streams", "2");
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(ObjectsConfig.class)
                .build()
                .getConfigMapping(ObjectsConfig.class);
    }
}
