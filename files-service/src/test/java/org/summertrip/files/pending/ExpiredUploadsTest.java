package org.summertrip.files.pending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.files.Api;
import org.summertrip.files.BucketContents;
import org.summertrip.files.OnStores;
import org.summertrip.files.objects.MultipartUploads;

@QuarkusTest
@OnStores
class ExpiredUploadsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ANNOUNCED = "{\"filename\":\"a.txt\",\"contentType\":\"text/plain\",\"size\":5}";
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    @Inject
    ExpiredUploads expired;

    @Inject
    MultipartUploads multiparts;

    @Inject
    BucketContents bucket;

    @Test
    void removesWhatWasNeverFinishedAndGivesItsRoomBack() {
        Api ana = Api.somebody();
        JsonPath presigned =
                JsonPath.from(ana.postJson("/files/presign", ANNOUNCED).body());
        String id = presigned.getString("id");
        Api.anonymously("PUT", presigned.getString("uploadUrl"), HELLO, "Content-Type", "text/plain");
        bucket.put("parts/" + id + "/0000000000000000", HELLO);

        sweep(Instant.now().plus(Duration.ofHours(24)));
        assertEquals(List.of(id), bucket.keys("pending/" + ana.userId() + "/"), "an hour of grace");
        sweep(Instant.now().plus(Duration.ofHours(26)));

        assertEquals(List.of(), bucket.keys("pending/" + ana.userId()));
        assertEquals(List.of(), bucket.keys("incoming/" + id));
        assertEquals(List.of(), bucket.keys("parts/" + id));
        assertEquals(0, JsonPath.from(ana.get("/files/usage").body()).getLong("usedBytes"));
        assertEquals(404, ana.post("/files/" + id + "/complete").statusCode());
    }

    @Test
    void removesWhatCameForUploadsThatNobodyKnows() {
        String id = "01800000-0000-7000-8000-" + UUID.randomUUID().toString().substring(24);
        bucket.put("parts/" + id + "/0000000000000000", HELLO);
        bucket.put("incoming/" + id, HELLO);
        bucket.put("parts/what somebody else put there", HELLO);

        sweep(Instant.now());

        assertEquals(List.of(), bucket.keys("parts/" + id));
        assertEquals(List.of(), bucket.keys("incoming/" + id));
    }

    @Test
    void abortsUnfinishedContentOfAKilledReplica() {
        UUID owner = UUID.randomUUID();
        multiparts
                .begin("files/" + owner + "/" + UUID.randomUUID(), java.util.Map.of())
                .await()
                .atMost(PATIENCE);
        assertFalse(bucket.unfinished(owner).isEmpty());

        multiparts
                .abortBegunBefore(Instant.now().minus(Duration.ofHours(1)))
                .await()
                .atMost(PATIENCE);
        assertFalse(bucket.unfinished(owner).isEmpty(), "what is younger stays");
        multiparts
                .abortBegunBefore(Instant.now().plus(Duration.ofHours(1)))
                .await()
                .atMost(PATIENCE);

        assertEquals(List.of(), bucket.unfinished(owner));
    }

    private void sweep(Instant now) {
        expired.sweep(now).await().atMost(PATIENCE);
    }
}
