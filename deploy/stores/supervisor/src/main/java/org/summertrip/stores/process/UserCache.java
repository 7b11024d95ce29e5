package org.summertrip.stores.process;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Binaries that have to be unpacked once per user, not once per instance: PostgreSQL's take two seconds and 60 MB.
 * Whoever comes first unpacks beside and renames, which is atomic; who comes second at the same time throws its copy
 * away. A half-unpacked directory is never seen.
 */
public final class UserCache {

    private UserCache() {}

    /** The directory of that name, filled by the recipe if it is not there yet. */
    public static Path directory(Path cache, String name, Recipe recipe) throws IOException, InterruptedException {
        Path wanted = cache.resolve(name);
        if (Files.isDirectory(wanted)) {
            return wanted;
        }
        Path draft = Files.createTempDirectory(cache, name + ".draft");
        try {
            recipe.fill(draft);
            Files.move(draft, wanted);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(wanted)) {
                throw e;
            }
        } finally {
            PrivateFiles.deleteTree(draft);
        }
        return wanted;
    }

    /** The usual place, or the given one for users without a home. */
    public static Path orElse(Path fallback) throws IOException {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        Path cache = base.resolve("summer-trip");
        try {
            Files.createDirectories(cache);
            if (Files.isWritable(cache)) {
                return cache;
            }
        } catch (IOException homeless) {
            return Files.createDirectories(fallback);
        }
        return Files.createDirectories(fallback);
    }

    /** Fills an empty directory. */
    @FunctionalInterface
    public interface Recipe {
        void fill(Path directory) throws IOException, InterruptedException;
    }
}
