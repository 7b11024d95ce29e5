package org.summertrip.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.summertrip.stores.process.RunFile;

/** One directory over several lives, with the engines that start in a moment. */
class RestartTest {

    @TempDir
    Path directory;

    private final List<String> progress = new CopyOnWriteArrayList<>();

    @Test
    void keepsDataAndPasswords() throws IOException {
        String password;
        try (Stores first = start(Store.POSTGRESQL, Store.REDIS)) {
            password = first.environment().get("POSTGRESQL_PASSWORD");
            new Clients(first).write(Store.POSTGRESQL, "kept");
            new Clients(first).write(Store.REDIS, "kept");
        }

        try (Stores second = start(Store.POSTGRESQL, Store.REDIS)) {
            assertEquals(password, second.environment().get("POSTGRESQL_PASSWORD"));
            assertEquals("kept", new Clients(second).read(Store.POSTGRESQL));
            assertEquals("kept", new Clients(second).read(Store.REDIS));
        }
    }

    @Test
    void givesEveryDirectoryItsOwnPasswords(@TempDir Path other) {
        try (Stores one = start(Store.REDIS);
                Stores two = Stores.builder()
                        .directory(other)
                        .only(Store.REDIS)
                        .randomPorts()
                        .start()) {
            assertFalse(one.environment()
                    .get("REDIS_PASSWORD")
                    .equals(two.environment().get("REDIS_PASSWORD")));
        }
    }

    @Test
    void tellsWhenAStoreEndsByItself() throws Exception {
        try (Stores stores = start(Store.REDIS)) {
            Instance.at(directory)
                    .running(Store.REDIS)
                    .flatMap(RunFile::process)
                    .orElseThrow()
                    .destroyForcibly();

            Deadline.within(
                    Duration.ofSeconds(10),
                    "it is told",
                    () -> progress.stream().anyMatch(line -> line.contains("ended by itself with exit code 137")));
            stores.start(Store.REDIS);
            new Clients(stores).ask(Store.REDIS, null);
        }
        assertTrue(progress.stream().anyMatch(line -> line.matches("Redis +stopped after .*")), progress::toString);
    }

    private Stores start(Store... stores) {
        return Stores.builder()
                .directory(directory)
                .only(stores)
                .randomPorts()
                .fast()
                .progress(progress::add)
                .start();
    }
}
