package org.summertrip.files.erasure;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.files.Problems.assertProblem;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.keys.KeyScanArgs;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.summertrip.files.Api;
import org.summertrip.files.BucketContents;
import org.summertrip.files.Form;
import org.summertrip.files.Groups;
import org.summertrip.files.OnStores;
import org.summertrip.files.image.Pictures;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.testing.EventStreams;

@QuarkusTest
@OnStores
class ErasureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    RedisDataSource redis;

    @Inject
    BucketContents bucket;

    @Test
    void leavesNoTraceAndAnswersWithAReceipt() {
        Api ana = Api.somebody();
        Groups group = new Groups(redis);
        group.joined(ana);
        await().atMost(PATIENCE).until(() -> group.uploadBy(ana) == 201);
        JsonPath photo = ana.uploaded("photo.jpg", "image/jpeg", Pictures.jpeg(20, 20));
        assertEquals(
                200, ana.get("/files/" + photo.getString("id") + "/thumbnail").statusCode());
        String deleted = ana.uploaded("deleted.txt", "content").getString("id");
        ana.delete("/files/" + deleted);
        ana.postJson("/files/presign", "{\"filename\":\"a.txt\",\"contentType\":\"text/plain\",\"size\":5}");
        beginUpload(ana);

        // an announcement whose file is erased before it is told of names its owner until the outbox' grace period is
        // over
        await().atMost(PATIENCE).until(() -> eventsAbout(photo.getString("id")).contains("file.created"));
        await().atMost(PATIENCE).until(() -> eventsAbout(deleted).contains("file.deleted"));

        CloudEvent erased = publishErased(ana);

        await().atMost(PATIENCE).until(() -> receipts(ana).size() == 1);
        CloudEvent receipt = receipts(ana).get(0);
        assertEquals(erased.id(), receipt.id());
        assertEquals("files-service", receipt.data().get("service").asText());
        assertEquals(2, receipt.data().get("counts").get("files").asLong());
        assertEquals(2, receipt.data().get("counts").get("uploads").asLong());
        assertEquals(1, receipt.data().get("counts").get("memberships").asLong());
        assertTrue(receipt.data().get("counts").get("bytes").asLong() > 500);
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(List.of(), tracesOf(ana)));
        assertTrue(
                eventsAbout(photo.getString("id")).contains("file.deleted"),
                "those who refer to the file hear of its end");
        assertEquals(404, ana.download("photo.jpg").statusCode());
    }

    @Test
    void letsNothingComeBack() {
        Api ana = Api.somebody();
        Groups group = new Groups(redis);
        publishErased(ana);
        await().atMost(PATIENCE).until(() -> receipts(ana).size() == 1);

        group.joined(ana);
        Api later = Api.somebody();
        group.joined(later);
        await().atMost(PATIENCE).until(() -> group.uploadBy(later) == 201);

        assertEquals(404, group.uploadBy(ana));
        assertProblem(403, "forbidden", ana.upload(Form.file("a.txt", null, new byte[] {1})));
        assertEquals(List.of(), tracesOf(ana));
    }

    @Test
    void bearsHearingItTwice() {
        Api ana = Api.somebody();
        ana.uploaded("a.txt", "content");
        CloudEvent erased = publishErased(ana);
        new EventStreams(redis).publish("events.users", erased);

        await().atMost(PATIENCE).until(() -> receipts(ana).size() == 2);

        assertEquals(receipts(ana).get(0).id(), receipts(ana).get(1).id());
    }

    private void beginUpload(Api ana) {
        String location = ana.post("/files/uploads", "Tus-Resumable", "1.0.0", "Upload-Length", "9")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        ana.request(
                "PATCH",
                location.substring(location.indexOf("/files/")),
                new java.io.ByteArrayInputStream(new byte[] {1, 2}),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");
    }

    private CloudEvent publishErased(Api ana) {
        String id = ana.userId().toString();
        return new EventStreams(redis)
                .publish("events.users", "user.erased", id, Map.of("id", id, "at", "2026-07-01T09:30:00.125Z"));
    }

    private List<CloudEvent> receipts(Api ana) {
        return new EventStreams(redis)
                .read("events.files").stream()
                        .filter(event -> event.type().equals("user.erasure-completed")
                                && event.subject().equals(ana.userId().toString()))
                        .toList();
    }

    private List<String> eventsAbout(String fileId) {
        return new EventStreams(redis)
                .read("events.files").stream()
                        .filter(event -> event.subject().equals(fileId))
                        .map(CloudEvent::type)
                        .toList();
    }

    /** Wherever her id still is: in keys and contents of the bucket, in keys of this service in Redis. */
    private List<String> tracesOf(Api ana) {
        String id = ana.userId().toString();
        List<String> inBucket = bucket.everything().entrySet().stream()
                .filter(object -> object.getKey().contains(id)
                        || new String(object.getValue(), StandardCharsets.UTF_8).contains(id))
                .map(Map.Entry::getKey)
                .toList();
        List<String> inRedis = new java.util.ArrayList<>(inBucket);
        redis.key().scan(new KeyScanArgs().match("files:*")).toIterable().forEach(key -> {
            boolean members = key.startsWith("files:members:")
                    && redis.hash(String.class, String.class, String.class).hexists(key, id);
            if (key.contains(id) || members) {
                inRedis.add(key);
            }
        });
        return inRedis;
    }
}
