package org.summertrip.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.files.Problems.assertProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@OnStores
class DownloadTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    @Test
    void describesTheContentInItsHeaders() {
        Api ana = Api.somebody();
        JsonPath file = ana.uploaded("Belém – torre.txt", LETTERS);

        HttpResponse<String> download = ana.download(file.getString("id"));

        assertEquals(200, download.statusCode());
        assertEquals(LETTERS, download.body());
        assertHeader(download, "Content-Type", "text/plain");
        assertHeader(download, "Content-Length", "26");
        assertHeader(download, "ETag", '"' + file.getString("sha256") + '"');
        assertHeader(download, "Accept-Ranges", "bytes");
        assertHeader(download, "X-Content-Type-Options", "nosniff");
        assertHeader(
                download,
                "Content-Disposition",
                "inline; filename=\"Bel_m _ torre.txt\"; filename*=UTF-8''Bel%C3%A9m%20%E2%80%93%20torre.txt");
        assertTrue(header(download, "Last-Modified").endsWith(" GMT"));
        assertTrue(header(download, "Cache-Control").contains("private"));
    }

    @Test
    void headTellsTheSameWithoutTheContent() {
        Api ana = Api.somebody();
        String path = ana.uploaded("letters.txt", LETTERS).getString("url");
        HttpResponse<String> get = ana.get(path);

        HttpResponse<String> head = ana.head(path);

        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        for (String name : new String[] {
            "Content-Type",
            "Content-Length",
            "Content-Disposition",
            "ETag",
            "Last-Modified",
            "Accept-Ranges",
            "X-Content-Type-Options"
        }) {
            assertHeader(head, name, header(get, name));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-4, 206, abcde, bytes 0-4/26",
        "bytes=25-25, 206, z, bytes 25-25/26",
        "bytes=20-, 206, uvwxyz, bytes 20-25/26",
        "bytes=20-999, 206, uvwxyz, bytes 20-25/26",
        "bytes=-3, 206, xyz, bytes 23-25/26",
        "bytes=-999, 206, " + LETTERS + ", bytes 0-25/26",
        "'bytes=0-9,5-25', 200, " + LETTERS + ", ''",
        "'bytes=0-1,x', 200, " + LETTERS + ", ''",
        "'bytes=0-1,99-', 206, ab, bytes 0-1/26",
        "lines=1-2, 200, " + LETTERS + ", ''",
        "bytes=5-4, 200, " + LETTERS + ", ''",
        "bytes=-, 200, " + LETTERS + ", ''",
        "nonsense, 200, " + LETTERS + ", ''",
    })
    void sendsTheRangeThatIsAskedFor(String range, int status, String body, String contentRange) {
        Api ana = Api.somebody();
        String path = ana.uploaded("letters.txt", LETTERS).getString("url");

        HttpResponse<String> download = ana.get(path, "Range", range);

        assertEquals(status, download.statusCode());
        assertEquals(body, download.body());
        assertHeader(download, "Content-Length", String.valueOf(body.length()));
        assertHeader(download, "Content-Range", contentRange);
    }

    @Test
    void sendsSeveralRangesInOneAnswer() {
        Api ana = Api.somebody();
        JsonPath file = ana.uploaded("letters.txt", LETTERS);

        HttpResponse<String> download = ana.get(file.getString("url"), "Range", "bytes=23-, 0-1, 99-, 4-5");

        String boundary = file.getString("sha256");
        assertEquals(206, download.statusCode());
        assertHeader(download, "Content-Type", "multipart/byteranges; boundary=" + boundary);
        assertHeader(download, "Content-Range", "");
        assertHeader(download, "Content-Length", String.valueOf(download.body().length()));
        assertEquals(
                part(boundary, "23-25", "xyz") + part(boundary, "0-1", "ab") + part(boundary, "4-5", "ef") + "\r\n--"
                        + boundary + "--\r\n",
                download.body());
    }

    private static String part(String boundary, String range, String content) {
        return "\r\n--" + boundary + "\r\nContent-Type: text/plain\r\nContent-Range: bytes " + range + "/26\r\n\r\n"
                + content;
    }

    @ParameterizedTest
    @CsvSource({
        "'bytes=30-,40-50'",
        "'bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,0-0,1-1,2-2,3-3,4-4,5-5,6-6'",
        "bytes=26-",
        "bytes=100-200",
        "bytes=-0",
        "bytes=999999999999999999-"
    })
    void refusesARangeOutsideOfTheContent(String range) {
        Api ana = Api.somebody();
        String path = ana.uploaded("letters.txt", LETTERS).getString("url");

        HttpResponse<String> download = ana.get(path, "Range", range);

        assertProblem(416, "range-not-satisfiable", download);
        assertHeader(download, "Content-Range", "bytes */26");
    }

    @Test
    void sendsNothingToWhoHasItAlready() {
        Api ana = Api.somebody();
        JsonPath file = ana.uploaded("letters.txt", LETTERS);
        String path = file.getString("url");
        String etag = '"' + file.getString("sha256") + '"';
        String date = header(ana.head(path), "Last-Modified");

        HttpResponse<String> notModified = ana.get(path, "If-None-Match", etag);

        assertEquals(304, notModified.statusCode());
        assertEquals("", notModified.body());
        assertHeader(notModified, "ETag", etag);
        assertEquals(304, ana.get(path, "If-None-Match", "\"other\", W/" + etag).statusCode());
        assertEquals(304, ana.get(path, "If-None-Match", "*").statusCode());
        assertEquals(304, ana.head(path, "If-None-Match", etag).statusCode());
        assertEquals(304, ana.get(path, "If-Modified-Since", date).statusCode());
        assertEquals(200, ana.get(path, "If-None-Match", "\"other\"").statusCode());
        assertEquals(
                200,
                ana.get(path, "If-None-Match", "\"other\"", "If-Modified-Since", date)
                        .statusCode());
        assertEquals(
                200,
                ana.get(path, "If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")
                        .statusCode());
    }

    @Test
    void continuesADownloadOnlyOfTheSameContent() {
        Api ana = Api.somebody();
        JsonPath file = ana.uploaded("letters.txt", LETTERS);
        String path = file.getString("url");
        String etag = '"' + file.getString("sha256") + '"';
        String date = header(ana.head(path), "Last-Modified");

        assertEquals(
                "xyz", ana.get(path, "Range", "bytes=23-", "If-Range", etag).body());
        assertEquals(
                "xyz", ana.get(path, "Range", "bytes=23-", "If-Range", date).body());
        assertEquals(
                LETTERS,
                ana.get(path, "Range", "bytes=23-", "If-Range", "\"other\"").body());
        assertEquals(
                LETTERS,
                ana.get(path, "Range", "bytes=23-", "If-Range", "Sat, 01 Jan 2000 00:00:00 GMT")
                        .body());
    }

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, image/jpeg, JPEG, inline",
        "film.mp4, video/mp4, MP4, inline",
        "ticket.pdf, application/pdf, %PDF-1.7, inline",
        "notes.txt, text/plain; charset=utf-8, just text, inline",
        "page.html, text/html, <p>, attachment",
        "drawing.svg, image/svg+xml, <svg/>, attachment",
        "data.json, application/json, {}, attachment",
        "archive.zip, application/zip, PK, attachment",
        "photo.jpg, image/jpeg, <!DOCTYPE html><script>, attachment",
        "notes.txt, text/plain, <script>alert(1)</script>, attachment",
        "photo.jpg, image/jpeg, MZ\u0090, attachment",
        "run.txt, text/plain, #!/bin/sh, attachment",
        "setup.exe, image/png, PNG, attachment",
        "script.js, text/plain, alert(1), attachment",
        "photo.jpg, image/jpeg, %PDF-1.7, attachment",
        "scan.pdf, application/pdf, GIF89a, attachment",
        "photo.jpg, image/pjpeg, \u00ff, inline",
    })
    void showsPicturesAndOffersProgramsForSaving(String name, String type, String content, String disposition) {
        Api ana = Api.somebody();
        JsonPath file = ana.uploaded(name, type, content.getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> download = ana.download(file.getString("id"));

        assertEquals(content, download.body());
        assertHeader(download, "Content-Type", type);
        assertHeader(download, "X-Content-Type-Options", "nosniff");
        assertEquals(disposition, header(download, "Content-Disposition").split(";")[0]);
    }

    @Test
    void findsTheCallersNewestFileOfAName() {
        Api ana = Api.somebody();
        Api ben = Api.somebody();
        ana.uploaded("plan.txt", "first");
        ana.uploaded("plan.txt", "second");
        ben.uploaded("plan.txt", "of Ben");

        assertEquals("second", ana.download("plan.txt").body());
        assertEquals("of Ben", ben.download("plan.txt").body());
        assertProblem(404, "not-found", ana.download("plan2.txt"));
        assertEquals(404, ana.head("/storage/download/plan2.txt").statusCode());
    }

    @Test
    void findsAFileThatIsNamedLikeAnId() {
        Api ana = Api.somebody();
        String name = UUID.randomUUID().toString();
        ana.uploaded(name, "content");

        assertEquals("content", ana.download(name).body());
        assertProblem(404, "not-found", ana.download(UUID.randomUUID().toString()));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static void assertHeader(HttpResponse<?> response, String name, String value) {
        assertEquals(value, header(response, name), name);
        assertTrue(response.headers().allValues(name).size() <= 1, name + " comes once");
    }
}
