package org.summertrip.files;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.files.Problems.assertProblem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.summertrip.stores.Store;
import org.summertrip.stores.Stores;

@QuarkusTest
@OnStores
class OutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PROMPTLY = Duration.ofSeconds(4);

    Stores stores;

    @Inject
    BucketContents bucket;

    private Store down;

    @AfterEach
    void bringBack() {
        if (down != null) {
            start(down);
        }
    }

    @Test
    void saysThatTheStoreIsDownAndRecoversByItselfWithNothingLost() {
        Api ana = Api.somebody();
        String id = ana.uploaded("kept.txt", "kept").getString("id");

        kill(Store.S3);

        assertUnavailable(() -> ana.download(id));
        assertUnavailable(() -> ana.get("/files"));
        assertUnavailable(() -> ana.get("/files/" + id));
        assertUnavailable(() -> ana.delete("/files/" + id));
        assertUnavailable(() -> ana.upload(Form.file("lost.txt", "text/plain", new byte[] {1})));
        assertUnavailable(() -> ana.upload(Form.file("lost.bin", null, new Noise(1, 12_000_000))));
        given().get("/q/health/ready").then().statusCode(503).body(containsString("does not answer"));
        given().get("/q/health/live").then().statusCode(200);

        start(Store.S3);

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        assertEquals("kept", ana.download(id).body());
        assertEquals(
                "new",
                ana.download(ana.uploaded("new.txt", "new").getString("id")).body());
        assertEquals(2, bucket.contentsOf(ana.userId()).size());
    }

    @Test
    void breaksOffADownloadInsteadOfEndingItEarly() throws IOException, InterruptedException {
        Api ana = Api.somebody();
        String id = Api.created(ana.upload(Form.file("long.bin", null, new Noise(3, 60_000_000))))
                .getString("id");

        try (InputStream body = ana.open(id).body()) {
            body.readNBytes(100_000);
            kill(Store.S3);

            assertThrows(IOException.class, body::readAllBytes);
        }
    }

    @Test
    void servesOwnFilesWithoutRedisAndRefusesWhatNeedsIt() {
        Api ana = Api.somebody();
        String id = ana.uploaded("kept.txt", "kept").getString("id");

        kill(Store.REDIS);

        assertEquals("kept", ana.download(id).body());
        assertEquals(
                201, ana.upload(Form.file("more.txt", null, new byte[] {1})).statusCode());
        assertUnavailable(() ->
                ana.uploadTo("/storage/upload?groupId=" + UUID.randomUUID(), Form.file("a.txt", null, new byte[] {1})));
        assertUnavailable(() -> ana.upload(Form.file("a.txt", null, new byte[] {1}), "Idempotency-Key", "k"));
    }

    private static void assertUnavailable(Supplier<HttpResponse<String>> request) {
        long before = System.nanoTime();
        HttpResponse<String> response = request.get();
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertProblem(503, "unavailable", response);
        assertTrue(response.headers().firstValue("Retry-After").isPresent());
        assertTrue(took.compareTo(PROMPTLY) < 0, "took " + took);
    }

    private void kill(Store store) {
        down = store;
        stores.kill(store);
    }

    private void start(Store store) {
        stores.start(store);
        down = null;
    }
}
