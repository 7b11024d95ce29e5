package org.summertrip.stores.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCacheTest {

    @TempDir
    Path cache;

    @Test
    void letsSeveralUnpackAtTheSameTime() throws Exception {
        var together = new CyclicBarrier(4);
        Callable<Path> unpacking = () -> UserCache.directory(cache, "engine", directory -> {
            Files.writeString(directory.resolve("program"), "whole");
            await(together);
        });
        var threads = Executors.newFixedThreadPool(4);

        var results = threads.invokeAll(List.of(unpacking, unpacking, unpacking, unpacking));

        for (var result : results) {
            assertEquals("whole", Files.readString(result.get().resolve("program")));
        }
        threads.shutdown();
        assertEquals(List.of("engine"), entries());
    }

    @Test
    void keepsNothingOfAFailure() throws IOException {
        assertThrows(
                Obstacle.class,
                () -> UserCache.directory(cache, "engine", directory -> {
                    Files.writeString(directory.resolve("program"), "ha");
                    throw new Obstacle("disk full");
                }));

        assertEquals(List.of(), entries());
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(cache)) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static void await(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
