package org.summertrip.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The packaged service: one file goes in, comes out and goes away. */
@QuarkusIntegrationTest
@OnStores
class FilesServiceIT {
    @Test
    void keepsAFileAndGivesItBack() {
        Api ana = Api.somebody();

        JsonPath file = Api.created(ana.upload(
                Form.file("Lisboa ☀.txt", "text/plain", "sunny".getBytes(StandardCharsets.UTF_8)),
                "Idempotency-Key",
                "one"));

        String id = file.getString("id");
        assertEquals("sunny", ana.download(id).body());
        assertEquals("unn", ana.download("Lisboa ☀.txt", "Range", "bytes=1-3").body());
        assertEquals(1, JsonPath.from(ana.get("/files").body()).getList("items").size());
        assertEquals(204, ana.delete("/files/" + id).statusCode());
        assertEquals(404, ana.download(id).statusCode());
    }
}
