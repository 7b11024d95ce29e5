package org.summertrip.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.summertrip.stores.process.PrivateFiles;

/**
 * What the services share and the people of the sample world sign in with: made up on the first start, kept in a file
 * that only its owner can read. The stores keep their own passwords.
 */
public record SuiteSecrets(
        String suite, String signingKeys, String adminPassword, String samplePassword, String operatorSecret) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static SuiteSecrets of(Home home) {
        Path file = home.secretsFile();
        try {
            var known = new Properties();
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    known.load(reader);
                }
            }
            int before = known.size();
            var secrets = new SuiteSecrets(
                    get(known, "SUMMER_TRIP_SECRET", () -> random(32)),
                    get(known, "SUMMER_TRIP_SIGNING_KEYS", SigningKey::newKeySet),
                    get(known, "ADMIN_PASSWORD", () -> random(12)),
                    get(known, "SAMPLE_PASSWORD", () -> random(9)),
                    get(known, "OPERATOR_SECRET", () -> random(32)));
            if (known.size() > before) {
                save(known, file);
            }
            return secrets;
        } catch (IOException e) {
            throw new SuiteException("Cannot keep the secrets in %s (%s): is it yours?".formatted(file, e), e);
        }
    }

    private static String get(Properties known, String name, Supplier<String> invention) {
        return (String) known.computeIfAbsent(name, anyName -> invention.get());
    }

    private static void save(Properties known, Path file) throws IOException {
        String lines = new TreeMap<>(known)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        PrivateFiles.write(file, lines);
    }

    /** Base64url: needs no quoting in a shell, a URL or JSON. */
    private static String random(int bytes) {
        byte[] content = new byte[bytes];
        RANDOM.nextBytes(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }
}
