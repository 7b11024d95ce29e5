package org.summertrip.files;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnStores
class UploadInterruptionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int THREE_PARTS = 16 * 1024 * 1024;

    @Inject
    BucketContents bucket;

    @Test
    void leavesNothingBehindWhenTheClientGoesAway() {
        Api ana = Api.somebody();

        try (RawUpload upload = RawUpload.begin(ana, "Content-Length: 60000000")) {
            upload.beginFile("lost.bin").content(THREE_PARTS);
            await().atMost(PATIENCE)
                    .until(() -> !bucket.unfinished(ana.userId()).isEmpty());
        }

        await().atMost(PATIENCE).until(() -> bucket.unfinished(ana.userId()).isEmpty());
        assertEquals(List.of(), bucket.contentsOf(ana.userId()));
        assertEquals("[]", ana.get("/files").body().replaceAll(".*(\\[.*]).*", "$1"));
    }

    @Test
    void leavesNothingBehindWhenTheFormEndsTooEarly() {
        Api ana = Api.somebody();

        try (RawUpload upload = RawUpload.begin(ana, "Content-Length: " + (THREE_PARTS + 1000))) {
            upload.beginFile("short.bin").content(THREE_PARTS).endForm().content(1000);
            assertFalse(upload.status() >= 500);
        }

        await().atMost(PATIENCE).until(() -> bucket.unfinished(ana.userId()).isEmpty());
    }

    @Test
    void answersARefusedUploadBeforeItsBodyHasCome() {
        Api ana = Api.somebody();

        try (RawUpload upload = RawUpload.begin(ana, "Content-Length: 60000000")) {
            upload.beginFile("").content(100_000);
            assertEquals(400, upload.status());
        }
    }
}
