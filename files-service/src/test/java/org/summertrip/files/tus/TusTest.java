package org.summertrip.files.tus;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.files.Problems.assertProblem;
import static org.summertrip.files.Problems.assertViolation;
import static org.summertrip.files.tus.TusClient.header;
import static org.summertrip.files.tus.TusClient.metadata;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.files.Api;
import org.summertrip.files.BucketContents;
import org.summertrip.files.Noise;
import org.summertrip.files.OnStores;

@QuarkusTest
@OnStores
class TusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] HELLO = "hello world".getBytes(StandardCharsets.UTF_8);

    @Inject
    BucketContents bucket;

    private final Api ana = Api.somebody();
    private final TusClient tus = new TusClient(ana);

    @Test
    void tellsAnybodyWhatItSpeaks() {
        RestAssured.given()
                .options("/files/uploads")
                .then()
                .statusCode(204)
                .header("Tus-Resumable", "1.0.0")
                .header("Tus-Version", "1.0.0")
                .header("Tus-Extension", "creation,creation-with-upload,expiration,checksum,termination")
                .header("Tus-Checksum-Algorithm", "sha1,sha256,md5")
                .header("Tus-Max-Size", "70000000");
    }

    @Test
    void becomesAFileWithItsLastByte() {
        HttpResponse<String> created =
                tus.create(11, metadata("filename", "../Belém.txt") + "," + metadata("filetype", "text/plain"));
        String path = TusClient.path(created);
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertEquals("1.0.0", header(created, "Tus-Resumable"));
        assertTrue(header(created, "Upload-Expires").endsWith(" GMT"));

        HttpResponse<String> first = tus.patch(path, 0, Arrays.copyOf(HELLO, 5));
        HttpResponse<String> between = tus.head(path);
        int early = ana.get("/files/" + id).statusCode();
        HttpResponse<String> last = tus.patch(path, 5, Arrays.copyOfRange(HELLO, 5, 11));

        assertEquals(204, first.statusCode(), first.body());
        assertEquals("5", header(first, "Upload-Offset"));
        assertEquals(200, between.statusCode());
        assertEquals("5", header(between, "Upload-Offset"));
        assertEquals("11", header(between, "Upload-Length"));
        assertEquals("no-store", header(between, "Cache-Control"));
        assertTrue(header(between, "Upload-Metadata").contains("filetype"));
        assertEquals(404, early);
        assertEquals(204, last.statusCode(), last.body());
        JsonPath file = JsonPath.from(ana.get("/files/" + id).body());
        assertEquals("Belém.txt", file.getString("filename"));
        assertEquals("text/plain", file.getString("contentType"));
        assertEquals("hello world", ana.download(id).body());
        assertEquals("11", header(tus.head(path), "Upload-Offset"), "also when it is a file already");
        assertEquals(204, tus.patch(path, 11, new byte[0]).statusCode());
        assertEquals(List.of(), bucket.keys("parts/" + id));
        assertEquals(List.of(), bucket.keys("pending/" + ana.userId()));
    }

    @Test
    void survivesTwentyCutsAtRandomBytes() {
        byte[] content = noise(24 * 1024 * 1024 + 77);
        String path = tus.begun(content.length, "noise.bin");
        Random random = new Random(20);
        for (int cut = 0; cut < 20; cut++) {
            int offset = settled(path);
            tus.patchCutOff(path, offset, content, random.nextInt((content.length - offset) / 8));
        }
        int offset = settled(path);
        assertTrue(offset > content.length / 4, "what arrived was kept, up to " + offset);

        HttpResponse<String> rest = tus.patch(path, offset, Arrays.copyOfRange(content, offset, content.length));

        assertEquals(204, rest.statusCode(), rest.body());
        JsonPath file = JsonPath.from(
                ana.get("/files/" + path.substring(path.lastIndexOf('/') + 1)).body());
        assertEquals(Noise.sha256(3, content.length), file.getString("sha256"));
        assertEquals(List.of(), bucket.unfinished(ana.userId()));
    }

    @Test
    void letsOneOfManyParallelRequestsGoOn() {
        byte[] content = noise(6 * 1024 * 1024);
        String path = tus.begun(content.length, "noise.bin");

        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> tus.patch(path, 0, content).statusCode())
                .toList();

        assertEquals(1, statuses.stream().filter(status -> status == 204).count(), statuses.toString());
        assertTrue(statuses.stream().allMatch(status -> List.of(204, 409, 423).contains(status)), statuses.toString());
        JsonPath file = JsonPath.from(
                ana.get("/files/" + path.substring(path.lastIndexOf('/') + 1)).body());
        assertEquals(Noise.sha256(3, content.length), file.getString("sha256"));
    }

    @Test
    void keepsOthersOutWhileARequestIsUnderWay() throws Exception {
        String path = tus.begun(11, "hello.txt");

        try (Socket slow = tus.beginPatch(path, 0, 11)) {
            assertTrue(slow.isConnected());
            await().atMost(PATIENCE).until(() -> tus.patch(path, 0, HELLO).statusCode() == 423);
            assertEquals(423, tus.terminate(path).statusCode());
        }

        assertEquals(0, settled(path));
        await().atMost(PATIENCE).until(() -> tus.patch(path, 0, HELLO).statusCode() == 204);
    }

    @Test
    void letsAClientComeBackWhoseOldConnectionHasFallenSilent() throws Exception {
        String path = tus.begun(11, "hello.txt");

        try (Socket silent = tus.beginPatch(path, 0, 11)) {
            silent.getOutputStream().write(HELLO, 0, 4);
            silent.getOutputStream().flush();

            await().atMost(PATIENCE)
                    .until(() ->
                            tus.patch(path, 4, Arrays.copyOfRange(HELLO, 4, 11)).statusCode() == 204);
        }
    }

    @Test
    void goesOnAtItsOffsetOnly() {
        String path = tus.begun(11, "hello.txt");
        tus.patch(path, 0, Arrays.copyOf(HELLO, 5));

        assertProblem(409, "offset-mismatch", tus.patch(path, 0, HELLO));
        assertProblem(409, "offset-mismatch", tus.patch(path, 7, new byte[4]));
        assertProblem(413, "too-large", tus.patch(path, 5, new byte[7]));
        assertViolation("Upload-Offset", "header", tus.patch(path, -1, new byte[4]));
        assertEquals("5", header(tus.head(path), "Upload-Offset"));
        assertProblem(
                415,
                "unsupported-media-type",
                ana.request("PATCH", path, null, "Tus-Resumable", "1.0.0", "Upload-Offset", "5"));
    }

    @Test
    void keepsWhatHasItsChecksumAndNothingElse() throws Exception {
        byte[] content = noise(12 * 1024 * 1024);
        String path = tus.begun(content.length + 11, "noise.bin");
        String id = path.substring(path.lastIndexOf('/') + 1);

        HttpResponse<String> small = tus.patch(path, 0, HELLO, "Upload-Checksum", checksum("sha1", "SHA-1", content));
        HttpResponse<String> large = tus.patch(path, 0, content, "Upload-Checksum", checksum("md5", "MD5", HELLO));
        assertEquals("0", header(tus.head(path), "Upload-Offset"));
        assertEquals(List.of(), bucket.keys("parts/" + id));
        HttpResponse<String> right =
                tus.patch(path, 0, content, "Upload-Checksum", checksum("sha256", "SHA-256", content));
        HttpResponse<String> rest =
                tus.patch(path, content.length, HELLO, "Upload-Checksum", checksum("sha1", "SHA-1", HELLO));

        assertProblem(460, "checksum-mismatch", small);
        assertProblem(460, "checksum-mismatch", large);
        assertEquals(204, right.statusCode(), right.body());
        assertEquals(204, rest.statusCode(), rest.body());
        assertEquals(200, ana.get("/files/" + id).statusCode());
        assertViolation("Upload-Checksum", "header", tus.patch(path, 0, HELLO, "Upload-Checksum", "crc32 AAAA"));
    }

    @Test
    void countsNothingOfARequestThatIsCutOffBeforeItsChecksumIsKnown() {
        byte[] content = noise(12 * 1024 * 1024);
        String path = tus.begun(content.length, "noise.bin");
        String id = path.substring(path.lastIndexOf('/') + 1);
        bucket.put("parts/" + id + "/unverified-0000000000000000", new byte[0]);
        bucket.put("parts/" + id + "/0000000000000000", HELLO);

        assertEquals("0", header(tus.head(path), "Upload-Offset"));
        assertEquals(204, tus.patch(path, 0, content).statusCode());
        assertEquals(
                Noise.sha256(3, content.length),
                JsonPath.from(ana.get("/files/" + id).body()).getString("sha256"));
    }

    @Test
    void beginsWithContentWhereThatIsSentAlong() {
        HttpResponse<String> whole = ana.request(
                "POST",
                "/files/uploads",
                new java.io.ByteArrayInputStream(HELLO),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                "11",
                "Upload-Metadata",
                metadata("filename", "hello.txt"),
                "Content-Type",
                "application/offset+octet-stream");

        assertEquals(201, whole.statusCode(), whole.body());
        assertEquals("11", header(whole, "Upload-Offset"));
        assertEquals("hello world", ana.download("hello.txt").body());
    }

    @Test
    void makesAnEmptyFileAtOnce() {
        String path = tus.begun(0, "empty.txt");

        assertEquals(
                200,
                ana.get("/files/" + path.substring(path.lastIndexOf('/') + 1)).statusCode());
        assertEquals("0", header(tus.head(path), "Upload-Offset"));
    }

    @Test
    void endsWhenItsOwnerGivesItUp() {
        String path = tus.begun(11, "hello.txt");
        String id = path.substring(path.lastIndexOf('/') + 1);
        tus.patch(path, 0, Arrays.copyOf(HELLO, 5));

        assertEquals(204, tus.terminate(path).statusCode());
        assertEquals(204, tus.terminate(path).statusCode(), "again");
        assertEquals(404, tus.head(path).statusCode());
        assertProblem(404, "not-found", tus.patch(path, 5, Arrays.copyOfRange(HELLO, 5, 11)));
        assertEquals(List.of(), bucket.keys("parts/" + id));
        assertEquals(0, JsonPath.from(ana.get("/files/usage").body()).getLong("usedBytes"));
    }

    @Test
    void deletesTheFileOfAnUploadThatIsGivenUpTooLate() {
        String path = tus.begun(11, "hello.txt");
        tus.patch(path, 0, HELLO);

        assertEquals(204, tus.terminate(path).statusCode());
        assertEquals(404, ana.download("hello.txt").statusCode());
        assertEquals(204, tus.terminate(path).statusCode(), "again");
    }

    @Test
    void existsForItsOwnerOnly() {
        String path = tus.begun(11, "hello.txt");
        TusClient stranger = new TusClient(Api.somebody());

        assertEquals(404, stranger.head(path).statusCode());
        assertProblem(404, "not-found", stranger.patch(path, 0, HELLO));
        assertProblem(404, "not-found", stranger.terminate(path));
        assertProblem(404, "not-found", tus.patch("/files/uploads/" + UUID.randomUUID(), 0, HELLO));
        assertProblem(400, "invalid-input", tus.patch("/files/uploads/nonsense", 0, HELLO));
        RestAssured.given().post("/files/uploads").then().statusCode(401);
        RestAssured.given().head(path).then().statusCode(401);
        RestAssured.given().patch(path).then().statusCode(401);
        RestAssured.given().delete(path).then().statusCode(401);
    }

    @Test
    void speaksItsOwnVersionOnly() {
        String path = tus.begun(11, "hello.txt");

        HttpResponse<String> none = ana.request("PATCH", path, null, "Upload-Offset", "0");
        HttpResponse<String> other = ana.request("DELETE", path, null, "Tus-Resumable", "0.2.2");

        assertProblem(412, "tus-version", none);
        assertEquals("1.0.0", header(none, "Tus-Version"));
        assertProblem(412, "tus-version", other);
    }

    @Test
    void refusesBeginningsThatMakeNoSense() {
        assertViolation("Upload-Length", "header", tus.create("-1", null));
        assertViolation("Upload-Length", "header", tus.create("many", null));
        assertViolation("Upload-Metadata", "header", tus.create("1", "filename ?"));
        assertViolation("Upload-Metadata", "header", tus.create("1", metadata("filename", "..")));
        assertViolation("Upload-Metadata", "header", tus.create("1", metadata("filetype", "text")));
        assertViolation("Upload-Metadata", "header", tus.create("1", metadata("groupId", "nonsense")));
        assertProblem(404, "not-found", tus.create("1", metadata("groupId", "" + UUID.randomUUID())));
        assertProblem(413, "too-large", tus.create("70000001", null));
    }

    @Test
    void beginsOnceForOneIdempotencyKey() {
        HttpResponse<String> first = tus.create(11, null, "Idempotency-Key", "k");
        HttpResponse<String> again = tus.create(11, null, "Idempotency-Key", "k");

        assertEquals(201, again.statusCode());
        assertEquals(TusClient.path(first), TusClient.path(again));
        assertEquals("true", header(again, "Idempotent-Replayed"));
        assertEquals("", again.body());
        assertProblem(422, "idempotency-key-reused", tus.create(12, null, "Idempotency-Key", "k"));
    }

    @Test
    void understandsClientsThatCannotSendEveryMethod() {
        String path = tus.begun(11, "hello.txt");

        HttpResponse<String> gone = ana.post(path, "X-HTTP-Method-Override", "DELETE", "Tus-Resumable", "1.0.0");

        assertEquals(204, gone.statusCode(), gone.body());
        assertEquals(404, tus.head(path).statusCode());
    }

    /** Where it stands once the service has noticed that the client is gone. */
    private int settled(String path) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            int probe =
                                    tus.patch(path, 1_000_000_000, new byte[0]).statusCode();
                            return probe == 423 ? -1 : Integer.parseInt(header(tus.head(path), "Upload-Offset"));
                        },
                        offset -> offset >= 0);
    }

    private static String checksum(String name, String algorithm, byte[] content) throws Exception {
        byte[] digest = MessageDigest.getInstance(algorithm).digest(content);
        return name + " " + Base64.getEncoder().encodeToString(digest);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        assertEquals(length, new Noise(3, length).read(bytes, 0, length));
        return bytes;
    }
}
