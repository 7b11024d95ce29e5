package org.summertrip.stores.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpawnTest {

    @TempDir
    Path directory;

    @Test
    void waitsForAProgramThatIsStillHeldOpenForWriting() throws Exception {
        Path program = directory.resolve("true");
        Files.copy(Path.of("/bin/true"), program);
        program.toFile().setExecutable(true);
        CompletableFuture<Process> started;
        try (OutputStream held = Files.newOutputStream(program, StandardOpenOption.APPEND)) {
            held.flush();
            started = CompletableFuture.supplyAsync(() -> start(program));
            assertThrows(TimeoutException.class, () -> started.get(200, TimeUnit.MILLISECONDS));
        }
        assertEquals(0, started.get(10, TimeUnit.SECONDS).waitFor());
    }

    @Test
    void doesNotWaitForWhatIsNotThere() {
        assertThrows(IOException.class, () -> Spawn.start(new ProcessBuilder("/no/such/program")));
    }

    private static Process start(Path program) {
        try {
            return Spawn.start(new ProcessBuilder(program.toString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
