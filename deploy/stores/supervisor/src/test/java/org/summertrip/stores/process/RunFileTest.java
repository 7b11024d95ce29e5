package org.summertrip.stores.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

    @TempDir
    Path directory;

    @Test
    void findsTheProcessAgain() {
        RunFile written = RunFile.of(ProcessHandle.current(), 1234, "TERM");
        written.write(directory.resolve("run/one"));

        Optional<RunFile> read = RunFile.read(directory.resolve("run/one"));

        assertEquals(Optional.of(written), read);
        assertEquals(Optional.of(ProcessHandle.current()), read.flatMap(RunFile::process));
    }

    @Test
    void doesNotTakeARecycledNumberForTheProcess() {
        RunFile now = RunFile.of(ProcessHandle.current(), 0, "TERM");

        var anHourAgo = new RunFile(now.pid(), now.startedAt() - 3_600_000, 0, "TERM");

        assertTrue(anHourAgo.process().isEmpty());
    }

    @Test
    void takesAHalfWrittenFileForNone() throws IOException {
        Path file = Files.writeString(directory.resolve("half"), "pid=12\nstar");

        assertEquals(Optional.empty(), RunFile.read(file));
    }
}
