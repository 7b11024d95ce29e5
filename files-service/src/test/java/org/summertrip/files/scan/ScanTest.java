package org.summertrip.files.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.files.Problems.assertProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.summertrip.files.Api;
import org.summertrip.files.BucketContents;
import org.summertrip.files.Form;
import org.summertrip.files.Noise;
import org.summertrip.files.OnStores;

@QuarkusTest
@OnStores
class ScanTest {
    private static final byte[] VIRUS = FakeClamd.VIRUS.getBytes(StandardCharsets.US_ASCII);

    @Inject
    BucketContents bucket;

    private final Api ana = Api.somebody();

    @AfterEach
    void beWell() {
        FakeClamd.mood = FakeClamd.Mood.WELL;
    }

    @Test
    void takesWhatIsCleanSmallOrLarge() {
        int before = FakeClamd.SCANNED.get();

        assertEquals(
                201,
                ana.upload(Form.file("a.txt", null, "clean".getBytes(StandardCharsets.UTF_8)))
                        .statusCode());
        assertEquals(
                201,
                ana.upload(Form.file("a.bin", null, new Noise(1, 12_000_000))).statusCode());

        assertEquals(before + 2, FakeClamd.SCANNED.get());
    }

    @Test
    void refusesWhatIsNotAndKeepsNothingOfIt() {
        assertProblem(400, "content-refused", ana.upload(Form.file("a.txt", null, VIRUS)));

        assertEquals(404, ana.download("a.txt").statusCode());
        assertEquals(List.of(), bucket.contentsOf(ana.userId()));
        assertEquals(0, JsonPath.from(ana.get("/files/usage").body()).getLong("usedBytes"));
    }

    @Test
    void refusesItByWhateverWayItComes() {
        String announced = "{\"filename\":\"a.txt\",\"contentType\":\"text/plain\",\"size\":" + VIRUS.length + "}";
        JsonPath presigned = Api.created(ana.postJson("/files/presign", announced));
        Api.anonymously("PUT", presigned.getString("uploadUrl"), VIRUS, "Content-Type", "text/plain");
        HttpResponse<String> resumable = ana.request(
                "POST",
                "/files/uploads",
                new ByteArrayInputStream(VIRUS),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                "" + VIRUS.length,
                "Upload-Metadata",
                "filename " + Base64.getEncoder().encodeToString("a.txt".getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                "application/offset+octet-stream");

        assertProblem(400, "content-refused", ana.post("/files/" + presigned.getString("id") + "/complete"));
        assertProblem(400, "content-refused", resumable);
        assertEquals(List.of(), bucket.contentsOf(ana.userId()));
        assertEquals(List.of(), bucket.keys("pending/" + ana.userId()));
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeClamd.Mood.class,
            names = {"HANGS_UP", "SAYS_TOO_LARGE"})
    void takesNothingWhileTheScannerCannotBeAsked(FakeClamd.Mood mood) {
        FakeClamd.mood = mood;

        HttpResponse<String> refused = ana.upload(Form.file("a.bin", null, new Noise(1, 6_000_000)));

        assertProblem(503, "unavailable", refused);
        assertTrue(refused.headers().firstValue("Retry-After").isPresent());
        assertEquals(List.of(), bucket.contentsOf(ana.userId()));
    }
}
