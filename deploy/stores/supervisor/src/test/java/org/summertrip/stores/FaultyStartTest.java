package org.summertrip.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that cannot succeed, and what the person in front of the screen is told. */
class FaultyStartTest {

    @TempDir
    Path directory;

    @Test
    void showsTheLogOfAStoreThatDies() throws IOException {
        Path manifest = directory.resolve("data/redis/appendonlydir/appendonly.aof.manifest");
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, "nonsense\n");

        String message = messageOf(starting(Store.REDIS));

        assertTrue(message.contains("Redis ended with exit code 1 while it was starting"), message);
        assertTrue(message.contains("logs/redis.log"), message);
        assertTrue(message.contains("manifest"), message);
    }

    @Test
    void saysWhenTheDirectoryCannotBe() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        String message =
                messageOf(Stores.builder().directory(file.resolve("stores")).only(Store.REDIS));

        assertTrue(message.startsWith("Cannot create " + file.resolve("stores")), message);
    }

    @Test
    void saysWhenThePasswordsWereLost() throws IOException {
        starting(Store.POSTGRESQL).start().close();
        Files.delete(directory.resolve("secrets"));

        String message = messageOf(starting(Store.POSTGRESQL));

        assertTrue(message.contains("PostgreSQL runs, and refuses the password"), message);
        assertTrue(message.contains("remove " + directory.resolve("data/postgresql")), message);
    }

    @Test
    void leavesNothingBehindWhenOneOfTwoFails() throws IOException {
        Path cluster = Files.createDirectories(directory.resolve("data/postgresql/cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "9\n");

        messageOf(starting(Store.REDIS, Store.POSTGRESQL));

        assertEquals(
                0L,
                ProcessHandle.current()
                        .children()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("redis-server"))
                        .count());
        starting(Store.REDIS).start().close();
    }

    private Stores.Builder starting(Store... stores) {
        return Stores.builder().directory(directory).only(stores).randomPorts().fast();
    }

    private static String messageOf(Stores.Builder builder) {
        return assertThrows(StoreStartException.class, builder::start).getMessage();
    }
}
