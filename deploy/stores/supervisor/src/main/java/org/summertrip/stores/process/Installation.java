package org.summertrip.stores.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checkout whose build wrote the class paths of the engines.
 *
 * @param root the directory that holds {@code deploy/stores}
 */
public record Installation(Path root) {

    public static final String ROOT = "SUMMER_TRIP_ROOT";

    /** From the system property, the environment, or the nearest parent of the working directory that fits. */
    public static Installation find() {
        String named = System.getProperty(ROOT, System.getenv(ROOT));
        if (named != null && !named.isBlank()) {
            return at(Path.of(named).toAbsolutePath().normalize());
        }
        for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.isDirectory(path.resolve("deploy/stores"))) {
                return new Installation(path);
            }
        }
        throw new Obstacle("Neither " + Path.of("").toAbsolutePath() + " nor a directory above it holds deploy/stores. "
                + "Run from inside the checkout, or set " + ROOT + " to it.");
    }

    private static Installation at(Path root) {
        if (!Files.isDirectory(root.resolve("deploy/stores"))) {
            throw new Obstacle(ROOT + " is " + root + ", and there is no deploy/stores in it.");
        }
        return new Installation(root);
    }

    /** The engine's own classes and resources, if it has any. */
    public Path classes(String engine) {
        return module(engine).resolve("target/classes");
    }

    private Path module(String engine) {
        return root.resolve("deploy/stores").resolve(engine);
    }

    /** The engine's libraries. */
    public List<Path> classPath(String engine) {
        Path file = module(engine).resolve("target/classpath.txt");
        if (!Files.isRegularFile(file)) {
            throw new Obstacle(file + " is missing. " + buildFirst());
        }
        for (Path jar : jars(file)) {
            if (!Files.isReadable(jar)) {
                throw new Obstacle(file + " names " + jar + ", which is not there or not readable. " + buildFirst());
            }
        }
        return jars(file);
    }

    private static List<Path> jars(Path file) {
        try {
            return Stream.of(Files.readString(file).strip().split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String buildFirst() {
        return "Run this first: cd " + root + " && ./mvnw -f deploy/stores/pom.xml install -Dquick";
    }
}
