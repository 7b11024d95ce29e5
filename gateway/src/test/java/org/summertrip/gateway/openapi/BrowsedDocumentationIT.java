package org.summertrip.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.process.GatewayProcess;
import org.summertrip.gateway.process.Surroundings;

/** The documentation page in a real browser, where there is one: its scripts run under the policy that the gateway sends along. */
class BrowsedDocumentationIT {
    @Test
    void showsTheApiWithAPlaceToSignIn() throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "no Chromium here");
        Path page = Files.createTempFile(Path.of("target"), "docs-", ".html");
        try (Surroundings surroundings = new Surroundings();
                GatewayProcess gateway = surroundings.gateway("192m", Map.of())) {
            Process process = new ProcessBuilder(
                            browser.get().toString(),
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--virtual-time-budget=15000",
                            "--dump-dom",
                            gateway.url() + "/api/docs/")
                    .redirectOutput(page.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertTrue(process.waitFor(90, TimeUnit.SECONDS), "the browser hangs");
        }

        String shown = Files.readString(page, StandardCharsets.UTF_8);
        assertTrue(shown.contains("data-tag=\"home\""), shown);
        assertTrue(shown.contains("btn authorize"), shown);
    }

    private static Optional<Path> browser() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
