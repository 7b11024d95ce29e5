package org.summertrip.stores.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The passwords of one directory: made up on first use, kept in a file that only its owner can read. Letters and digits
 * only, so that they need no quoting in any configuration file, URI or shell.
 */
public final class Secrets {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 24;

    private final SecureRandom random = new SecureRandom();
    private final Properties known = new Properties();
    private final Path file;

    public Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException e) {
                throw new Obstacle("Cannot read the passwords in " + file + ": is it yours?", e);
            }
        }
    }

    public Path file() {
        return file;
    }

    public synchronized String get(String name) {
        String secret = known.getProperty(name);
        if (secret == null) {
            secret = random.ints(LENGTH, 0, ALPHABET.length())
                    .mapToObj(index -> ALPHABET.substring(index, index + 1))
                    .collect(Collectors.joining());
            known.setProperty(name, secret);
            save();
        }
        return secret;
    }

    private void save() {
        String lines = new TreeMap<>(known)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            PrivateFiles.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
