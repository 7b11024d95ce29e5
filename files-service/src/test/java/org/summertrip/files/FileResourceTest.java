package org.summertrip.files;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.summertrip.files.Problems.assertProblem;
import static org.summertrip.files.Problems.assertViolation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnStores
class FileResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Inject
    BucketContents bucket;

    @Test
    void listsOnesOwnFilesNewestFirstPageByPage() {
        Api ana = Api.somebody();
        Api.somebody().uploaded("foreign.txt", "content");
        List<String> uploaded = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            uploaded.add(ana.uploaded(i + ".txt", "content").getString("id"));
        }
        Collections.reverse(uploaded);

        List<String> listed = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = JsonPath.from(ana.get("/files?limit=2" + cursor).body());
            listed.addAll(page.getList("items.id"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }

        assertEquals(uploaded, listed);
    }

    @Test
    void refusesForeignCursorsAndLimitsOutOfRange() {
        Api ana = Api.somebody();
        ana.uploaded("a.txt", "content");
        ana.uploaded("b.txt", "content");
        String cursor = JsonPath.from(ana.get("/files?limit=1").body()).getString("next");

        assertEquals(200, ana.get("/files?limit=1&cursor=" + cursor).statusCode());
        assertProblem(400, "invalid-cursor", Api.somebody().get("/files?cursor=" + cursor));
        assertProblem(400, "invalid-cursor", ana.get("/files?cursor=nonsense"));
        assertViolation("limit", "query", ana.get("/files?limit=0"));
        assertViolation("limit", "query", ana.get("/files?limit=101"));
    }

    @Test
    void showsAFileWithItsEntityTag() {
        Api ana = Api.somebody();
        HttpResponse<String> upload = ana.upload(Form.file("a.txt", "text/plain", new byte[] {1}));
        String path = "/files/" + Api.created(upload).getString("id");

        HttpResponse<String> shown = ana.get(path);

        assertEquals(200, shown.statusCode());
        assertEquals(upload.body(), shown.body());
        String etag = upload.headers().firstValue("ETag").orElseThrow();
        assertEquals(etag, shown.headers().firstValue("ETag").orElseThrow());
        assertEquals(304, ana.get(path, "If-None-Match", etag).statusCode());
        assertViolation("id", "path", ana.get("/files/nonsense"));
        assertProblem(404, "not-found", ana.get("/files/" + UUID.randomUUID()));
    }

    @Test
    void deletesAFileForGood() {
        Api ana = Api.somebody();
        ana.uploaded("plan.txt", "older");
        String id = ana.uploaded("plan.txt", "newer").getString("id");

        assertProblem(412, "precondition-failed", ana.delete("/files/" + id, "If-Match", "\"other\""));
        assertEquals(204, ana.delete("/files/" + id).statusCode());

        assertEquals(404, ana.get("/files/" + id).statusCode());
        assertEquals(404, ana.get("/storage/download/" + id).statusCode());
        assertEquals("older", ana.download("plan.txt").body());
        assertEquals(1, JsonPath.from(ana.get("/files").body()).getList("items").size());
        assertEquals(204, ana.delete("/files/" + id).statusCode(), "again");
        assertEquals(404, Api.somebody().delete("/files/" + id).statusCode());
        assertEquals(404, ana.delete("/files/" + UUID.randomUUID()).statusCode());
        await().atMost(PATIENCE).until(() -> bucket.contentsOf(ana.userId()).size() == 1);
        await().atMost(PATIENCE)
                .until(() -> bucket.keys("owned/" + ana.userId() + "/").size() == 1);
    }

    @Test
    void anEmptyListHasNoNextPage() {
        JsonPath page = JsonPath.from(Api.somebody().get("/files").body());

        assertEquals(List.of(), page.getList("items"));
        assertNull(page.getString("next"));
    }
}
