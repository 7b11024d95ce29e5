package org.summertrip.files.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.mutiny.core.Vertx;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.files.Noise;
import org.summertrip.files.intake.HashingStagings;
import org.summertrip.files.intake.Staging;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

class FormReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TYPE = "multipart/form-data; boundary=b42";
    private static final long LIMIT = 1_000_000;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.closeAndAwait();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\r\n",
                "\r\n--",
                "\r\n--b4",
                "\r\n--b4\r\n--b4\r\n--b\r\n-\r\n\r\n\r\r\n",
                "--b42",
                "x\r\n--b4x\r\n--b4-2",
                "\n--b42--\n",
            })
    void yieldsTheSameContentHoweverItIsCutUp(String content) {
        byte[] form = form(content);
        for (int chunk = 1; chunk <= form.length; chunk++) {
            Staging staging = staging();
            FormReader reader = new FormReader(staging, LIMIT, TYPE);
            for (int at = 0; at < form.length; at += chunk) {
                reader.read(ByteBuffer.wrap(form, at, Math.min(chunk, form.length - at)));
            }
            reader.end();

            assertEquals(content.length(), staging.size(), "in chunks of " + chunk);
            assertEquals(
                    sha256(content), staging.finish().await().atMost(PATIENCE).sha256(), "in chunks of " + chunk);
        }
    }

    @Test
    void passesOverWhatComesBeforeTheFirstPartAndAfterTheLast() {
        String form = "for old mail --b42 readers\r\n--b42 \t\r\nContent-Disposition: form-data; name=\"file\"; "
                + "filename=\"a.txt\"\r\n\r\nplain\r\n--b42--\r\n--b42\r\nnothing";
        Staging staging = staging();
        FormReader reader = new FormReader(staging, LIMIT, TYPE);

        reader.read(ByteBuffer.wrap(form.getBytes(StandardCharsets.UTF_8)));
        reader.end();

        assertEquals(sha256("plain"), staging.finish().await().atMost(PATIENCE).sha256());
    }

    @Test
    void bearsAnyNonsense() {
        Random random = new Random(42);
        byte[] valid = form("some content");
        for (int round = 0; round < 20_000; round++) {
            byte[] nonsense = valid.clone();
            for (int i = random.nextInt(4) + 1; i > 0; i--) {
                nonsense[random.nextInt(nonsense.length)] =
                        "\r\n-:;=\"b\\%*'".getBytes(StandardCharsets.UTF_8)[random.nextInt(12)];
            }
            try {
                FormReader reader = new FormReader(staging(), LIMIT, TYPE);
                int cut = random.nextInt(nonsense.length);
                reader.read(ByteBuffer.wrap(nonsense, 0, cut));
                reader.read(ByteBuffer.wrap(nonsense, cut, nonsense.length - cut));
                reader.end();
            } catch (ProblemException expected) {
                assertEquals(400, expected.error().status(), new String(nonsense, StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--b42\r\nX-Long: ", "--b42\r\n"})
    void doesNotCollectEndlessHeadersOrPreambles(String beginning) {
        FormReader reader = new FormReader(staging(), LIMIT, TYPE);
        reader.read(ByteBuffer.wrap(beginning.getBytes(StandardCharsets.UTF_8)));
        byte[] more = "y".repeat(10_000).getBytes(StandardCharsets.UTF_8);

        ProblemException refused = assertThrows(ProblemException.class, () -> {
            for (int i = 0; i < 100; i++) {
                reader.read(ByteBuffer.wrap(more));
            }
        });

        assertEquals(CommonError.TOO_LARGE, refused.error());
    }

    private static byte[] form(String content) {
        return ("--b42\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\n" + content + "\r\n--b42--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Staging staging() {
        return HashingStagings.open(vertx);
    }

    private static String sha256(String content) {
        MessageDigest digest = Noise.sha256();
        return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    }
}
