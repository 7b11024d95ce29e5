package org.summertrip.stores.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.summertrip.stores.process.Digest;
import org.summertrip.stores.process.JavaHome;

/**
 * The JVM's own way to start big programs quickly: the first orderly stop writes down the classes that were loaded, as
 * they are in memory, and later starts map that file. It halves the start of Cassandra and of Neo4j, for some seconds
 * at the first stop and a hundred megabytes in the user's cache.
 */
final class ClassArchive {

    private static final Duration UNUSED = Duration.ofDays(14);

    private final Path file;
    private final Path draft;

    private ClassArchive(Path file) {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".draft");
    }

    /** The JVM ignores an archive of any other JDK or class path, so the name tells them apart. */
    static ClassArchive of(String engine, Path cache, JavaHome home, List<Path> classPath) throws IOException {
        var digest = new Digest().add(home.directory().toString());
        Path release = home.directory().resolve("release");
        if (Files.exists(release)) {
            digest.add(Files.readAllBytes(release));
        }
        for (Path jar : classPath) {
            digest.add(jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
        }
        return new ClassArchive(cache.resolve(engine + "-" + digest.text() + ".jsa"));
    }

    String option() throws IOException {
        if (Files.exists(file)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return "-XX:SharedArchiveFile=" + file;
        }
        return "-XX:ArchiveClassesAtExit=" + draft;
    }

    /** After an orderly stop. Another instance may have been first; both wrote the same. */
    void keep() {
        try {
            if (Files.exists(draft)) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                removeUnused();
            }
        } catch (IOException nextTimeThen) {
            return;
        }
    }

    private void removeUnused() throws IOException {
        Instant limit = Instant.now().minus(UNUSED);
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path each : files.filter(ClassArchive::isOne).toList()) {
                if (Files.getLastModifiedTime(each).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private static boolean isOne(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".jsa") || name.endsWith(".draft") && Files.isRegularFile(path);
    }
}
