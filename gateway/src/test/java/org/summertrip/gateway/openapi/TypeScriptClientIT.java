package org.summertrip.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.Configurations;
import org.summertrip.gateway.contract.Contracts;

/**
 * The document that is really served is valid, and a TypeScript client made from it compiles: that is how frontends use it. Runs where
 * Node is present and its registry can be reached.
 */
class TypeScriptClientIT {
    private static final Path SOURCES = Path.of("src", "test", "typescript");
    private static final Path WORK = Path.of("target", "typescript");
    private static boolean equipped;

    @BeforeAll
    static void equip() throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", "client.ts")) {
            Files.copy(SOURCES.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Contracts contracts = new Contracts(Configurations.of(Map.of(
                "gateway.contracts",
                "contracts/users-service/openapi.yaml,contracts/messaging-service/openapi.yaml,"
                        + "contracts/graph-service/openapi.yaml,contracts/files-service/openapi.yaml",
                "gateway.upstreams.\"users-service\"",
                "http://127.0.0.1:1",
                "gateway.upstreams.\"messaging-service\"",
                "http://127.0.0.1:1",
                "gateway.upstreams.\"graph-service\"",
                "http://127.0.0.1:1",
                "gateway.upstreams.\"files-service\"",
                "http://127.0.0.1:1")));
        String document = new MergedDocument(contracts).json();
        Files.writeString(
                WORK.resolve("openapi.json"),
                new ObjectMapper().readTree(document).toPrettyString());
        equipped = Files.exists(WORK.resolve("node_modules/.bin/tsc"))
                || run("npm", "install", "--no-audit", "--no-fund").code() == 0;
    }

    @Test
    void theDocumentIsValidOpenApi31() throws IOException, InterruptedException {
        assumeTrue(equipped, "Node or its registry is not there");

        Outcome outcome = run("node_modules/.bin/validate-api", "openapi.json");

        assertEquals(0, outcome.code(), outcome.output());
    }

    @Test
    void aClientGeneratedFromItCompiles() throws IOException, InterruptedException {
        assumeTrue(equipped, "Node or its registry is not there");

        Outcome generated = run("node_modules/.bin/openapi-typescript", "openapi.json", "--output", "api.d.ts");
        Outcome compiled = run(
                "node_modules/.bin/tsc",
                "--noEmit",
                "--strict",
                "--target",
                "es2022",
                "--moduleResolution",
                "bundler",
                "--module",
                "esnext",
                "client.ts");

        assertEquals(0, generated.code(), generated.output());
        assertEquals(0, compiled.code(), compiled.output());
    }

    private static Outcome run(String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(WORK, "run-", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(WORK.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(3, TimeUnit.MINUTES);
            return new Outcome(ended ? process.exitValue() : -1, Files.readString(log));
        } catch (IOException notInstalled) {
            return new Outcome(-1, notInstalled.toString());
        }
    }

    private record Outcome(int code, String output) {}
}
