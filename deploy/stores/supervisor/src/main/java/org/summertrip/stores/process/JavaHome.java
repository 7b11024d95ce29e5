package org.summertrip.stores.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDK that an engine runs on: this one, or for Cassandra one that it still understands. */
public record JavaHome(Path directory, int version) {

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    public Path java() {
        return directory.resolve("bin/java");
    }

    public static JavaHome running() {
        return new JavaHome(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /**
     * JAVA17_HOME, else the running JDK, else one from the usual places. Cassandra 5 needs the SecurityManager, which
     * later JDKs no longer have.
     */
    public static JavaHome between(int oldest, int newest) {
        String named = System.getenv("JAVA17_HOME");
        if (named != null && !named.isBlank()) {
            return at(Path.of(named))
                    .filter(home -> home.isBetween(oldest, newest))
                    .orElseThrow(() -> new Obstacle(
                            "JAVA17_HOME is " + named + ", which is not a JDK from " + oldest + " to " + newest + "."));
        }
        if (running().isBetween(oldest, newest)) {
            return running();
        }
        return usualPlaces()
                .flatMap(JavaHome::children)
                .flatMap(path -> Stream.of(path, path.resolve("Contents/Home")))
                .flatMap(path -> at(path).stream())
                .filter(home -> home.isBetween(oldest, newest))
                .min(Comparator.comparingInt(JavaHome::version))
                .orElseThrow(
                        () -> new Obstacle(
                                "This is Java " + running().version() + ", and Cassandra runs on Java "
                                        + oldest + " to " + newest
                                        + " only. Install one (Debian: apt install openjdk-17-jre-headless) or set JAVA17_HOME to it."));
    }

    private boolean isBetween(int oldest, int newest) {
        return version >= oldest && version <= newest;
    }

    private static Stream<Path> usualPlaces() {
        Path home = Path.of(System.getProperty("user.home"));
        return Stream.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/opt/java"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                home.resolve(".sdkman/candidates/java"),
                home.resolve(".jdks"));
    }

    private static Stream<Path> children(Path place) {
        try (Stream<Path> entries = Files.list(place)) {
            return entries.sorted().toList().stream();
        } catch (IOException notThere) {
            return Stream.empty();
        }
    }

    private static Optional<JavaHome> at(Path directory) {
        try {
            Matcher version = VERSION.matcher(Files.readString(directory.resolve("release")));
            return Optional.of(directory)
                    .filter(home -> version.find() && Files.isExecutable(home.resolve("bin/java")))
                    .map(home -> new JavaHome(home, Integer.parseInt(version.group(1))));
        } catch (IOException notAJdk) {
            return Optional.empty();
        }
    }
}
