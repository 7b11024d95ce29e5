package org.summertrip.files.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.files.Problems.assertProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.files.Api;
import org.summertrip.files.BucketContents;
import org.summertrip.files.OnStores;

@QuarkusTest
@OnStores
class ThumbnailTest {
    @Inject
    BucketContents bucket;

    private final Api ana = Api.somebody();

    @Test
    void isSmallAndKeepsTheProportions() throws IOException {
        JsonPath file = ana.uploaded("photo.jpg", "image/jpeg", Pictures.jpeg(1600, 800));
        assertEquals(1600, file.getInt("width"));
        assertEquals(800, file.getInt("height"));

        Response response = thumbnail(file);

        BufferedImage small = image(response);
        assertEquals(512, small.getWidth());
        assertEquals(256, small.getHeight());
        assertEquals("image/jpeg", response.contentType());
        assertEquals("nosniff", response.header("X-Content-Type-Options"));
        assertEquals(List.of(file.getString("id")), bucket.keys("thumbnails/" + ana.userId() + "/"), "kept");
        assertEquals(
                304,
                ana.get(path(file), "If-None-Match", response.header("ETag")).statusCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void standsUprightWithNothingInItButPixels(int orientation) throws IOException {
        byte[] photo = Pictures.jpegWithExif(orientation, "Lisbon, Rua Augusta 1");
        assertTrue(new String(photo, StandardCharsets.ISO_8859_1).contains("Rua Augusta"));
        JsonPath file = ana.uploaded("photo.jpg", "image/jpeg", photo);

        byte[] bytes = thumbnail(file).asByteArray();

        BufferedImage small = ImageIO.read(new ByteArrayInputStream(bytes));
        assertEquals(file.getInt("width"), small.getWidth());
        assertEquals(file.getInt("height"), small.getHeight());
        assertEquals(
                "red", Pictures.colour(small, small.getWidth() / 8, small.getHeight() / 8), "its upper left corner");
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("Rua Augusta"));
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("Exif"));
    }

    @Test
    void keepsTransparencyAndNeverEnlarges() throws IOException {
        JsonPath file = ana.uploaded("icon.png", "image/png", Pictures.transparentPng(40, 20));

        Response response = thumbnail(file);

        assertEquals("image/png", response.contentType());
        assertEquals(40, image(response).getWidth());
        assertEquals(0, image(response).getRGB(1, 1) >>> 24);
    }

    @Test
    void isNotMadeOfBombsOrOfWhatIsNoPicture() {
        JsonPath bomb = ana.uploaded("bomb.png", "image/png", Pictures.pngHeader(60_000, 60_000));
        JsonPath text = ana.uploaded("notes.txt", "just text");
        JsonPath broken = ana.uploaded("broken.png", "image/png", Pictures.pngHeader(100, 100));
        JsonPath page = ana.uploaded("page.html", "text/html", Pictures.jpeg(10, 10));

        assertEquals(60_000, bomb.getInt("width"));
        assertNull(text.get("width"));
        for (JsonPath file : List.of(bomb, text, broken, page)) {
            assertProblem(404, "not-found", ana.get(path(file)));
        }
    }

    @Test
    void goesWithItsFile() {
        JsonPath file = ana.uploaded("photo.jpg", "image/jpeg", Pictures.jpeg(30, 30));
        thumbnail(file);

        ana.delete("/files/" + file.getString("id"));

        assertEquals(404, ana.get(path(file)).statusCode());
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .until(() -> bucket.keys("thumbnails/" + ana.userId()).isEmpty());
    }

    @Test
    void bearsAnyBytes() {
        Random random = new Random(7);
        byte[][] pictures = {Pictures.jpegWithExif(6, "x"), Pictures.transparentPng(9, 9), Pictures.pngHeader(5, 5)};
        Thumbnailer thumbnailer = new Thumbnailer(1_000_000);
        for (int round = 0; round < 300; round++) {
            byte[] nonsense = pictures[round % pictures.length].clone();
            for (int i = 1 + random.nextInt(20); i > 0; i--) {
                nonsense[random.nextInt(nonsense.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(nonsense.length + 1);

            ImageHeaders.read(nonsense, length);
            thumbnailer.of(nonsense);
        }
    }

    private Response thumbnail(JsonPath file) {
        return RestAssured.given()
                .header("Authorization", ana.authorization())
                .get(path(file))
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static String path(JsonPath file) {
        return "/files/" + file.getString("id") + "/thumbnail";
    }

    private static BufferedImage image(Response response) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(response.asByteArray()));
    }
}
