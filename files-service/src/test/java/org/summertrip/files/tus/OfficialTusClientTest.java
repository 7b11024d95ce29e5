package org.summertrip.files.tus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.summertrip.files.Api;
import org.summertrip.files.Noise;
import org.summertrip.files.OnStores;

/** The official JavaScript client, wherever there is Node and npm can bring it. */
@QuarkusTest
@OnStores
class OfficialTusClientTest {
    private static final String CLIENT = "tus-js-client@4.3.1";
    private static final Path MODULES = Path.of("target", "tus-js-client").toAbsolutePath();
    private static final int SIZE = 15_000_000;

    @TempDir
    Path directory;

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(MODULES);
        Files.writeString(MODULES.resolve("package.json"), "{\"private\":true}");
        if (!Files.exists(MODULES.resolve("node_modules"))) {
            assumeTrue(
                    run(List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", CLIENT)).status == 0,
                    "npm cannot bring " + CLIENT);
        }
    }

    @Test
    void uploadsInPiecesAndResumes() throws Exception {
        Api ana = Api.somebody();
        Path content = directory.resolve("content.bin");
        try (InputStream noise = new Noise(11, SIZE)) {
            Files.copy(noise, content);
        }
        Path script = directory.resolve("upload.mjs");
        try (InputStream source = OfficialTusClientTest.class.getResourceAsStream("/tus/upload.mjs")) {
            Files.copy(source, script);
        }

        Run run = run(new ArrayList<>(List.of(
                "node",
                script.toString(),
                MODULES.toString(),
                Api.root() + "/files/uploads",
                ana.authorization().substring("Bearer ".length()),
                content.toString(),
                "3")));

        assertEquals(0, run.status, run.output);
        String url = run.output.strip();
        JsonPath file = JsonPath.from(
                ana.get("/files/" + url.substring(url.lastIndexOf('/') + 1)).body());
        assertEquals(Noise.sha256(11, SIZE), file.getString("sha256"));
        assertEquals("by tus-js-client ☀.bin", file.getString("filename"));
    }

    private record Run(int status, String output) {}

    private static Run run(List<String> command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(MODULES.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            return new Run(ended ? process.exitValue() : -1, output);
        } catch (IOException absent) {
            return new Run(-1, absent.toString());
        }
    }
}
