package org.summertrip.files.quota;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.files.Problems.assertProblem;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.files.Api;
import org.summertrip.files.BucketContents;
import org.summertrip.files.Form;
import org.summertrip.files.Noise;
import org.summertrip.files.OnStores;

@QuarkusTest
@OnStores
class QuotaTest {
    /** What %test sets as files.quota.bytes-per-user. */
    private static final long LIMIT = 150_000_000;

    private static final int MEGABYTE = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    RedisDataSource redis;

    @Inject
    BucketContents bucket;

    @Test
    void countsExactlyWhenUploadsComeInParallel() throws Exception {
        Api ana = Api.somebody();
        leave(ana, 5 * MEGABYTE);
        ExecutorService people = Executors.newFixedThreadPool(12);
        try {
            List<Future<Integer>> uploads = IntStream.range(0, 12)
                    .mapToObj(i -> people.submit(
                            () -> ana.upload(megabyte("photo" + i)).statusCode()))
                    .toList();
            int taken = 0;
            for (Future<Integer> upload : uploads) {
                int status = upload.get();
                assertTrue(status == 201 || status == 409, "answered " + status);
                taken += status == 201 ? 1 : 0;
            }

            assertEquals(5, taken);
            assertEquals(5, bucket.contentsOf(ana.userId()).size());
            assertEquals(LIMIT, used(ana));
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void refusesWhatDoesNotFitWhereverItShowsAndLeavesNothingBehind() {
        Api ana = Api.somebody();
        leave(ana, 12 * MEGABYTE);

        assertProblem(409, "quota-exceeded", ana.upload(Form.file("big.bin", null, new Noise(1, 13 * MEGABYTE))));
        assertProblem(409, "quota-exceeded", ana.postJson("/files/presign", announced(13 * MEGABYTE)));
        assertEquals(LIMIT - 12 * MEGABYTE, used(ana));
        assertEquals(List.of(), bucket.unfinished(ana.userId()));

        assertEquals(
                201,
                ana.upload(Form.file("fits.bin", null, new Noise(1, 12 * MEGABYTE)))
                        .statusCode());
        assertEquals(LIMIT, used(ana));
    }

    @Test
    void givesTheRoomOfDeletedFilesBack() {
        Api ana = Api.somebody();
        String id = Api.created(ana.upload(megabyte("photo"))).getString("id");
        leave(ana, 0);
        assertProblem(409, "quota-exceeded", ana.upload(megabyte("other")));

        ana.delete("/files/" + id);

        assertEquals(201, ana.upload(megabyte("other")).statusCode());
    }

    @Test
    void countsTheBucketAnewWhenRedisHasForgotten() {
        Api ana = Api.somebody();
        Api.created(ana.upload(megabyte("photo")));
        await().atMost(PATIENCE).until(() -> used(ana) == MEGABYTE);

        redis.key().del("files:usage:" + ana.userId(), "files:usage:" + ana.userId() + ":leases");

        assertEquals(MEGABYTE, used(ana));
        leave(ana, 0);
        assertProblem(409, "quota-exceeded", ana.upload(megabyte("other")));
    }

    @Test
    void looksAtTheBucketBeforeRefusing() {
        Api ana = Api.somebody();
        Api.created(ana.upload(megabyte("photo")));
        redis.hash(String.class, String.class, String.class)
                .hset(
                        "files:usage:" + ana.userId(),
                        java.util.Map.of(
                                "0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b", "" + LIMIT, "sum", "" + (LIMIT + MEGABYTE)));

        assertEquals(201, ana.upload(megabyte("other")).statusCode(), "what is not there counts for nothing");
        assertEquals(2 * MEGABYTE, used(ana));
    }

    private static Form megabyte(String name) {
        return Form.file(name + ".bin", "application/octet-stream", new Noise(5, MEGABYTE));
    }

    /** Reserves everything but so many bytes, without sending any. */
    private static void leave(Api somebody, long free) {
        for (long left = LIMIT - used(somebody) - free; left > 0; left -= 70 * MEGABYTE) {
            Api.created(somebody.postJson("/files/presign", announced(Math.min(left, 70 * MEGABYTE))));
        }
        assertEquals(LIMIT - free, used(somebody));
    }

    private static String announced(long size) {
        return "{\"filename\":\"later.bin\",\"contentType\":\"application/octet-stream\",\"size\":" + size + "}";
    }

    private static long used(Api somebody) {
        JsonPath usage = JsonPath.from(somebody.get("/files/usage").body());
        assertEquals(LIMIT, usage.getLong("limitBytes"));
        return usage.getLong("usedBytes");
    }
}
