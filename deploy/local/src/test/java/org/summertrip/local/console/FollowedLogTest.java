package org.summertrip.local.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedLogTest {

    @TempDir
    Path directory;

    @Test
    void waitsForTheFileToAppear() throws IOException {
        var log = new FollowedLog("a", file(), false);

        assertEquals(List.of(), log.news());
        append("one\n");
        assertEquals(List.of("one"), log.news());
        assertEquals(List.of(), log.news());
    }

    @Test
    void skipsWhatWasThereBefore() throws IOException {
        append("old\n");
        var log = new FollowedLog("a", file(), false);

        append("new\n");

        assertEquals(List.of("new"), log.news());
    }

    @Test
    void showsWholeLinesOnly() throws IOException {
        var log = new FollowedLog("a", file(), false);

        append("one\ntw");
        assertEquals(List.of("one"), log.news());
        append("o ☀\n");
        assertEquals(List.of("two ☀"), log.news());
    }

    @Test
    void beginsAnewWithANewFileOfTheSameLength() throws IOException {
        append("old\n");
        var log = new FollowedLog("a", file(), false);

        Files.move(file(), directory.resolve("previous"));
        append("new\n");

        assertEquals(List.of("new"), log.news());
    }

    @Test
    void showsOnlyWarningsAndWhatBelongsToThem() throws IOException {
        var log = new FollowedLog("a", file(), true);

        append("08:00 INFO  all is well\n08:01 ERROR oh\njava.lang.Oh\n\tat Oh.java\n08:02 INFO  well again\nmore\n");

        assertEquals(List.of("08:01 ERROR oh", "java.lang.Oh", "\tat Oh.java"), log.news());
    }

    private Path file() {
        return directory.resolve("log");
    }

    private void append(String text) throws IOException {
        Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
