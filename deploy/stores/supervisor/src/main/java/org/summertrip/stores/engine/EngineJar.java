package org.summertrip.stores.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.summertrip.stores.process.Digest;
import org.summertrip.stores.process.UserCache;

/**
 * The few classes and resources of an engine's own module as a jar in the cache. The jar that Maven makes will not do:
 * it is not there before "package", and changes its date with every clean build, which voids the {@link ClassArchive}.
 */
final class EngineJar {

    private EngineJar() {}

    static Path of(String engine, Path cache, Path classes) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(classes)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        var digest = new Digest();
        for (Path file : files) {
            digest.add(classes.relativize(file).toString()).add(Files.readAllBytes(file));
        }
        return UserCache.directory(
                        cache,
                        engine + "-" + digest.text(),
                        directory -> write(directory.resolve("engine.jar"), classes, files))
                .resolve("engine.jar");
    }

    private static void write(Path jar, Path classes, List<Path> files) throws IOException {
        try (var entries = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files) {
                entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }
}
