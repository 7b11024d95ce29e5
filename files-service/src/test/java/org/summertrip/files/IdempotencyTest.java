package org.summertrip.files;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.files.Problems.assertProblem;
import static org.summertrip.files.Problems.assertViolation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnStores
class IdempotencyTest {
    private static final String KEY = "Idempotency-Key";
    /** More than fits into one part, so that storing it would show. */
    private static final int LARGE = 12 * 1024 * 1024;

    @Inject
    BucketContents bucket;

    @Test
    void replaysTheFirstAnswerInsteadOfStoringAgain() {
        Api ana = Api.somebody();
        HttpResponse<String> first = ana.upload(noise("a.bin", 1, LARGE), KEY, "one");

        HttpResponse<String> again = ana.upload(noise("a.bin", 1, LARGE), KEY, "one");

        assertEquals(201, again.statusCode(), again.body());
        assertEquals(
                JsonPath.from(first.body()).getMap(""),
                JsonPath.from(again.body()).getMap(""));
        assertEquals("true", again.headers().firstValue("Idempotent-Replayed").orElse(""));
        assertEquals(first.headers().firstValue("Location"), again.headers().firstValue("Location"));
        assertEquals(1, bucket.contentsOf(ana.userId()).size());
        assertEquals(List.of(), bucket.unfinished(ana.userId()));
    }

    @Test
    void refusesTheSameKeyForAnotherNameOrContent() {
        Api ana = Api.somebody();
        Api.created(ana.upload(noise("a.bin", 1, LARGE), KEY, "two"));

        assertProblem(422, "idempotency-key-reused", ana.upload(noise("b.bin", 1, LARGE), KEY, "two"));
        assertProblem(422, "idempotency-key-reused", ana.upload(noise("a.bin", 2, LARGE), KEY, "two"));
        assertEquals(1, bucket.contentsOf(ana.userId()).size());
        assertEquals(List.of(), bucket.unfinished(ana.userId()));
    }

    @Test
    void refusesASecondUploadWhileTheFirstIsUnderWay() {
        Api ana = Api.somebody();

        try (RawUpload slow = RawUpload.begin(ana, "Content-Length: 60000000", KEY + ": three")) {
            slow.beginFile("slow.bin").content(6_000_000);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !bucket.unfinished(ana.userId()).isEmpty());

            assertProblem(409, "idempotency-in-flight", ana.upload(noise("slow.bin", 1, 10), KEY, "three"));
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> ana.upload(noise("slow.bin", 1, 10), KEY, "three").statusCode() == 201);
    }

    @Test
    void letsAFailedAttemptTryAgainUnderTheSameKey() {
        Api ana = Api.somebody();
        assertViolation("file", "form", ana.upload(Form.empty(), KEY, "four"));

        assertEquals(201, ana.upload(noise("a.bin", 1, 10), KEY, "four").statusCode());
    }

    @Test
    void keepsTheKeysOfPeopleApartAndTheirLengthBounded() {
        Api ana = Api.somebody();
        String longest = "k".repeat(128);

        Api.created(ana.upload(noise("a.bin", 1, 10), KEY, longest));
        HttpResponse<String> ben = Api.somebody().upload(noise("other.bin", 2, 10), KEY, longest);

        assertEquals(201, ben.statusCode());
        assertTrue(ben.headers().firstValue("Idempotent-Replayed").isEmpty());
        assertProblem(400, "invalid-input", ana.upload(noise("a.bin", 1, 10), KEY, longest + "k"));
    }

    private static Form noise(String name, long seed, long length) {
        return Form.file(name, "application/octet-stream", new Noise(seed, length));
    }
}
