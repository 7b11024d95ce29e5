package org.summertrip.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path directory;

    @Test
    void isPrivate() throws IOException {
        Home home = Home.at(directory.resolve("home"));

        home.create();

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.directory())));
    }

    @Test
    void hasRoomForOneSuite() {
        Home home = Home.at(directory);

        try (var lock = home.lock()) {
            var refusal = assertThrows(SuiteException.class, home::lock);

            assertTrue(refusal.getMessage().contains("deploy/down"), refusal.getMessage());
            assertTrue(home.tryLock().isEmpty(), lock + " is held");
        }
        home.lock().close();
    }
}
