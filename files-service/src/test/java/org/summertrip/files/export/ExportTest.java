package org.summertrip.files.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.files.Api;
import org.summertrip.files.OnStores;

@QuarkusTest
@OnStores
class ExportTest {
    @Test
    void tellsEverythingInOneObjectHoweverMuchThereIs() {
        Api ana = Api.somebody();
        int files = ExportSource.PAGE + 3;
        IntStream.range(0, files).parallel().forEach(i -> ana.uploaded("photo " + i + ".txt", "content"));
        ana.postJson("/files/presign", "{\"filename\":\"later.txt\",\"contentType\":\"text/plain\",\"size\":5}");

        HttpResponse<String> response = ana.get("/internal/export");

        assertEquals(200, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
        JsonPath export = JsonPath.from(response.body());
        List<String> ids = export.getList("files.id");
        assertEquals(files, new HashSet<>(ids).size());
        assertEquals(ana.userId().toString(), export.getString("userId"));
        assertEquals(7 * files + 5, export.getLong("usage.usedBytes"));
        assertEquals(List.of("later.txt"), export.getList("unfinishedUploads.filename"));
        assertEquals(List.of(), export.getList("groupIds"));
    }

    @Test
    void isWholeAlsoWithoutAnyFile() {
        JsonPath export = JsonPath.from(Api.somebody().get("/internal/export").body());

        assertEquals(List.of(), export.getList("files"));
    }

    @Test
    void isNoPartOfTheDocumentation() {
        String document = RestAssured.given().get("/q/openapi").body().asString();

        assertTrue(document.contains("/files/presign"));
        assertTrue(!document.contains("/internal"));
    }
}
