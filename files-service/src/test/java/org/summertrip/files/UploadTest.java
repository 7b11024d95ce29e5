package org.summertrip.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.files.Problems.assertProblem;
import static org.summertrip.files.Problems.assertViolation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnStores
class UploadTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);
    private static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    /** What %test sets as files.upload.max-bytes. */
    private static final long LIMIT = 70_000_000;

    @Inject
    BucketContents bucket;

    @Test
    void answersWithEverythingThatIsKnownOfTheFile() {
        Api ana = Api.somebody();

        HttpResponse<String> response = ana.upload(Form.file("hello.txt", "text/plain", HELLO));

        JsonPath file = Api.created(response);
        String id = file.getString("id");
        assertEquals(7, UUID.fromString(id).version());
        assertEquals(ana.userId().toString(), file.getString("ownerId"));
        assertEquals("hello.txt", file.getString("filename"));
        assertEquals(5, file.getLong("size"));
        assertEquals("text/plain", file.getString("contentType"));
        assertEquals(HELLO_SHA256, file.getString("sha256"));
        assertNull(file.get("groupId"));
        assertTrue(file.getString("createdAt").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        assertEquals("/storage/download/" + id, file.getString("url"));
        assertTrue(response.headers().firstValue("Location").orElseThrow().endsWith("/files/" + id));
        assertNotNull(response.headers().firstValue("ETag").orElse(null));
        assertEquals("hello", ana.get(file.getString("url")).body());
    }

    @ParameterizedTest
    @CsvSource({
        "plain.txt, plain.txt",
        "../../etc/passwd, passwd",
        "/absolute/photo.jpg, photo.jpg",
        "C:\\Users\\ana\\photo.jpg, photo.jpg",
        "Привет мир.txt, Привет мир.txt",
        "東京の写真.jpg, 東京の写真.jpg",
        "صورة العائلة.png, صورة العائلة.png",
        "👨‍👩‍👧 trip.jpg, 👨‍👩‍👧 trip.jpg",
        "with \"quotes\" & semi;colon.txt, with \"quotes\" & semi;colon.txt",
        "50% off #1?.txt, 50% off #1?.txt",
        "fake\u202Egpj.exe, fakegpj.exe",
        "cafe\u0301.txt, café.txt",
    })
    void keepsNamesOfAnyScriptButNoPaths(String sent, String kept) {
        Api ana = Api.somebody();

        JsonPath file = ana.uploaded(sent, "content");

        assertEquals(kept, file.getString("filename"));
        assertEquals("content", ana.download(kept).body());
        assertEquals(List.of(file.getString("id")), bucket.contentsOf(ana.userId()));
    }

    @Test
    void acceptsNamesOf255CharactersOfFourBytesAndRefusesLongerOnes() {
        Api ana = Api.somebody();
        String longest = "𝒶".repeat(251) + ".txt";

        assertEquals(longest, ana.uploaded(longest, "content").getString("filename"));
        assertEquals("content", ana.download(longest).body());
        assertViolation("file", "form", ana.upload(Form.file("a" + longest, "text/plain", HELLO)));
        assertViolation("file", "form", ana.upload(Form.file("x".repeat(300), "text/plain", HELLO)));
    }

    @Test
    void readsTheExtendedNameWhereThereIsOne() {
        Api ana = Api.somebody();
        String headers =
                "Content-Disposition: form-data; name=\"file\"; filename=\"na_ve.txt\"; filename*=UTF-8''na%C3%AFve+1.txt";

        JsonPath file = Api.created(ana.upload(Form.empty().part(headers, new ByteArrayInputStream(HELLO))));

        assertEquals("naïve+1.txt", file.getString("filename"));
        assertEquals("text/plain", file.getString("contentType"), "found, since none was declared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ".", "..", "dir/", "\u0007", "../.."})
    void refusesNamesThatNameNothing(String name) {
        assertViolation("file", "form", Api.somebody().upload(Form.file(name, "text/plain", HELLO)));
    }

    @Test
    void refusesFormsThatAreNotOneFile() {
        Api ana = Api.somebody();

        assertViolation("file", "form", ana.upload(Form.empty()));
        assertViolation("file", "form", ana.upload(Form.empty().and("file", null, null, stream("text field"))));
        assertViolation("picture", "form", ana.upload(Form.empty().and("picture", "a.txt", null, stream("x"))));
        assertViolation(
                "file", "form", ana.upload(Form.file("a.txt", null, HELLO).and("file", "b.txt", null, stream("x"))));
        assertViolation("file", "form", ana.upload(Form.file("a.txt", "not a type", HELLO)));
        assertEquals(List.of(), bucket.contentsOf(ana.userId()));
    }

    @Test
    void refusesWhatIsNoForm() {
        Api ana = Api.somebody();

        assertProblem(400, "invalid-input", ana.post("/storage/upload", "multipart/form-data", "x"));
        assertProblem(415, "unsupported-media-type", ana.post("/storage/upload", "text/plain", "x"));
        assertViolation("groupId", "query", ana.uploadTo("/storage/upload?groupId=nonsense", Form.empty()));
    }

    @Test
    void acceptsAnEmptyFile() {
        Api ana = Api.somebody();

        JsonPath file = ana.uploaded("empty.txt", "");

        assertEquals(0, file.getLong("size"));
        HttpResponse<String> download = ana.download("empty.txt");
        assertEquals(200, download.statusCode());
        assertEquals("0", download.headers().firstValue("Content-Length").orElseThrow());
    }

    @Test
    void streamsLargeContentInAndOutUnchanged() throws IOException, InterruptedException {
        Api ana = Api.somebody();
        long length = 64L * 1024 * 1024 + 12_345;

        JsonPath file = Api.created(ana.upload(Form.file("noise.bin", null, new Noise(7, length))));

        assertEquals(length, file.getLong("size"));
        assertEquals(Noise.sha256(7, length), file.getString("sha256"));
        HttpResponse<InputStream> download = ana.open(file.getString("id"));
        try (InputStream out = download.body();
                InputStream in = new Noise(7, length)) {
            assertEquals(-1, mismatch(in, out));
        }
        assertEquals(List.of(), bucket.unfinished(ana.userId()));
    }

    @Test
    void refusesTooMuchWhetherItsLengthIsDeclaredOrNot() {
        Api ana = Api.somebody();

        assertProblem(413, "too-large", ana.upload(Form.file("noise.bin", null, new Noise(8, LIMIT + 1))));
        RawUpload declared = RawUpload.begin(ana, "Content-Length: " + (LIMIT + 1_000_000));
        assertEquals(413, declared.status());
        assertEquals(List.of(), bucket.contentsOf(ana.userId()));
        assertEquals(List.of(), bucket.unfinished(ana.userId()));
    }

    private static long mismatch(InputStream expected, InputStream actual) throws IOException {
        long position = 0;
        while (true) {
            byte[] wanted = expected.readNBytes(64 * 1024);
            byte[] got = actual.readNBytes(64 * 1024);
            int different = java.util.Arrays.mismatch(wanted, got);
            if (different >= 0) {
                return position + different;
            }
            if (wanted.length == 0) {
                return -1;
            }
            position += wanted.length;
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
