package org.summertrip.stores.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL's own pid file, which a killed server leaves behind. If its number now belongs to any other process of the
 * same user, PostgreSQL believes that it still runs and refuses to start.
 */
final class PostmasterFile {

    private PostmasterFile() {}

    static void removeIfStale(Path cluster, Path server) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        long pid = Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .map(Long::parseLong)
                .orElse(0L);
        boolean isPostgresql = ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> Path.of(command).getFileName().equals(server.getFileName()))
                .isPresent();
        if (!isPostgresql) {
            Files.delete(file);
        }
    }
}
