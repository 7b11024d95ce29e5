package org.summertrip.files.presign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.files.Problems.assertProblem;
import static org.summertrip.files.Problems.assertViolation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.summertrip.files.Api;
import org.summertrip.files.BucketContents;
import org.summertrip.files.Noise;
import org.summertrip.files.OnStores;

@QuarkusTest
@OnStores
class PresignTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);
    private static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final String ANNOUNCED =
            "{\"filename\":\"../hello ☀.txt\",\"contentType\":\"text/plain\",\"size\":5}";

    @Inject
    BucketContents bucket;

    @Test
    void makesAFileOfWhatTheClientPutIntoTheStoreItself() {
        Api ana = Api.somebody();
        JsonPath presigned = presigned(ana, ANNOUNCED);
        String id = presigned.getString("id");
        assertEquals(7, UUID.fromString(id).version());
        assertTrue(Instant.parse(presigned.getString("expiresAt"))
                .isBefore(Instant.now().plus(Duration.ofMinutes(16))));
        assertEquals(404, ana.get("/files/" + id).statusCode(), "not a file yet");

        HttpResponse<String> put = put(presigned, HELLO);
        HttpResponse<String> completed = ana.post("/files/" + id + "/complete");

        assertEquals(200, put.statusCode(), put.body());
        assertEquals(200, completed.statusCode(), completed.body());
        JsonPath file = JsonPath.from(completed.body());
        assertEquals("hello ☀.txt", file.getString("filename"));
        assertEquals("text/plain", file.getString("contentType"));
        assertEquals(HELLO_SHA256, file.getString("sha256"));
        assertEquals("hello", ana.download(id).body());
        assertEquals(completed.body(), ana.post("/files/" + id + "/complete").body(), "repeated");
        assertEquals(List.of(), bucket.keys("incoming/" + id));
        assertEquals(List.of(), bucket.keys("pending/" + ana.userId()));
    }

    @Test
    void copiesLargeContentWhole() {
        Api ana = Api.somebody();
        int length = 12 * 1024 * 1024 + 345;
        byte[] noise = noise(length);
        JsonPath presigned = presigned(
                ana,
                "{\"filename\":\"noise.bin\",\"contentType\":\"application/octet-stream\",\"size\":" + length
                        + ",\"sha256\":\"" + Noise.sha256(9, length).toUpperCase(java.util.Locale.ROOT) + "\"}");

        assertEquals(200, put(presigned, noise).statusCode());
        HttpResponse<String> completed = ana.post("/files/" + presigned.getString("id") + "/complete");

        assertEquals(200, completed.statusCode(), completed.body());
        assertEquals(Noise.sha256(9, length), JsonPath.from(completed.body()).getString("sha256"));
        assertEquals(List.of(), bucket.unfinished(ana.userId()));
    }

    @Test
    void takesNothingButTheAnnouncedTypeAndSize() {
        JsonPath presigned = presigned(Api.somebody(), ANNOUNCED);
        String url = presigned.getString("uploadUrl");

        assertEquals(
                403,
                Api.anonymously("PUT", url, HELLO, "Content-Type", "text/html").statusCode());
        assertEquals(
                403,
                Api.anonymously("PUT", url, "hello!".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/plain")
                        .statusCode());
        assertEquals(403, Api.anonymously("GET", url, null).statusCode());
        assertEquals(
                403,
                Api.anonymously("PUT", url.replace("incoming", "files"), HELLO, "Content-Type", "text/plain")
                        .statusCode());
    }

    @Test
    void completesNothingThatHasNotArrivedOrIsNotWhatWasAnnounced() {
        Api ana = Api.somebody();
        JsonPath presigned = presigned(ana, ANNOUNCED.replace("}", ",\"sha256\":\"" + HELLO_SHA256 + "\"}"));
        String path = "/files/" + presigned.getString("id") + "/complete";

        assertProblem(409, "upload-incomplete", ana.post(path));
        put(presigned, "jello".getBytes(StandardCharsets.UTF_8));
        assertProblem(409, "content-mismatch", ana.post(path));
        assertProblem(409, "upload-incomplete", ana.post(path));
        put(presigned, HELLO);
        assertEquals(200, ana.post(path).statusCode());
    }

    @Test
    void completesForWhoPresignedAlone() {
        Api ana = Api.somebody();
        JsonPath presigned = presigned(ana, ANNOUNCED);
        put(presigned, HELLO);

        assertProblem(404, "not-found", Api.somebody().post("/files/" + presigned.getString("id") + "/complete"));
        assertProblem(404, "not-found", ana.post("/files/" + UUID.randomUUID() + "/complete"));
        assertProblem(400, "invalid-input", ana.post("/files/nonsense/complete"));
    }

    @Test
    void makesOneFileOfCompletionsInParallel() {
        Api ana = Api.somebody();
        JsonPath presigned = presigned(ana, ANNOUNCED);
        put(presigned, HELLO);
        String path = "/files/" + presigned.getString("id") + "/complete";

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> ana.post(path).statusCode())
                .toList();

        assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 409), statuses.toString());
        assertTrue(statuses.contains(200));
        assertEquals(1, bucket.contentsOf(ana.userId()).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename|{\"filename\":\"..\",\"contentType\":\"text/plain\",\"size\":5}",
                "filename|{\"contentType\":\"text/plain\",\"size\":5}",
                "contentType|{\"filename\":\"a.txt\",\"contentType\":\"text\",\"size\":5}",
                "size|{\"filename\":\"a.txt\",\"contentType\":\"text/plain\",\"size\":-1}",
                "size|{\"filename\":\"a.txt\",\"contentType\":\"text/plain\"}",
                "sha256|{\"filename\":\"a.txt\",\"contentType\":\"text/plain\",\"size\":5,\"sha256\":\"00\"}",
                "key|{\"filename\":\"a.txt\",\"contentType\":\"text/plain\",\"size\":5,\"key\":\"x\"}",
            })
    void refusesAnnouncementsThatMakeNoSense(String field, String body) {
        assertViolation(field, "body", Api.somebody().postJson("/files/presign", body));
    }

    @Test
    void refusesWhatIsTooLargeOrForAGroupOfOthers() {
        Api ana = Api.somebody();

        assertProblem(
                413, "too-large", ana.postJson("/files/presign", ANNOUNCED.replace("\"size\":5", "\"size\":70000001")));
        assertProblem(
                404,
                "not-found",
                ana.postJson("/files/presign", ANNOUNCED.replace("}", ",\"groupId\":\"" + UUID.randomUUID() + "\"}")));
    }

    @Test
    void presignsOnceForOneIdempotencyKey() {
        Api ana = Api.somebody();

        HttpResponse<String> first = ana.postJson("/files/presign", ANNOUNCED, "Idempotency-Key", "k");
        HttpResponse<String> again = ana.postJson("/files/presign", ANNOUNCED, "Idempotency-Key", "k");
        HttpResponse<String> other =
                ana.postJson("/files/presign", ANNOUNCED.replace("5", "6"), "Idempotency-Key", "k");

        assertEquals(201, again.statusCode());
        assertEquals(
                JsonPath.from(first.body()).getString("id"),
                JsonPath.from(again.body()).getString("id"));
        assertProblem(422, "idempotency-key-reused", other);
    }

    @Test
    void linksLetAnybodyReadForAWhile() {
        Api ana = Api.somebody();
        JsonPath file = ana.uploaded("Belém.txt", "content");
        String path = "/files/" + file.getString("id") + "/link";

        HttpResponse<String> made = ana.postJson(path, "{\"expiresIn\":60}");
        JsonPath link = Api.created(made);
        HttpResponse<String> read = Api.anonymously("GET", link.getString("url"), null);

        assertEquals("content", read.body());
        assertEquals("text/plain", read.headers().firstValue("Content-Type").orElse(""));
        assertTrue(read.headers()
                .firstValue("Content-Disposition")
                .orElse("")
                .contains("filename*=UTF-8''Bel%C3%A9m.txt"));
        assertTrue(Instant.parse(link.getString("expiresAt"))
                .isBefore(Instant.now().plusSeconds(61)));
        assertFalse(Api.anonymously("PUT", link.getString("url"), HELLO).statusCode() < 400);
    }

    @Test
    void linksToProgramsAndPagesOfferThemForSaving() {
        Api ana = Api.somebody();
        String id = ana.uploaded("page.html", "text/html", "<html>".getBytes(StandardCharsets.UTF_8))
                .getString("id");

        JsonPath link = Api.created(ana.postJson("/files/" + id + "/link", "{}"));
        HttpResponse<String> read = Api.anonymously("GET", link.getString("url"), null);

        assertEquals(
                "application/octet-stream",
                read.headers().firstValue("Content-Type").orElse(""));
        assertTrue(read.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"));
    }

    @Test
    void linksOutliveNoHourAndNeedAFileThatOneMaySee() {
        Api ana = Api.somebody();
        String path = "/files/" + ana.uploaded("a.txt", "content").getString("id") + "/link";

        assertViolation("expiresIn", "body", ana.postJson(path, "{\"expiresIn\":3601}"));
        assertViolation("expiresIn", "body", ana.postJson(path, "{\"expiresIn\":0}"));
        assertProblem(404, "not-found", Api.somebody().postJson(path, "{\"expiresIn\":60}"));
        assertProblem(404, "not-found", ana.postJson("/files/" + UUID.randomUUID() + "/link", "{}"));
    }

    private static JsonPath presigned(Api somebody, String body) {
        return Api.created(somebody.postJson("/files/presign", body));
    }

    private static HttpResponse<String> put(JsonPath presigned, byte[] content) {
        return Api.anonymously(
                "PUT",
                presigned.getString("uploadUrl"),
                content,
                "Content-Type",
                presigned.getString("headers.Content-Type"));
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        assertEquals(length, new Noise(9, length).read(bytes, 0, length));
        return bytes;
    }
}
