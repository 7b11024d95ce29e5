package org.summertrip.messaging.cassandra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One numbered file of CQL. Its statements must bear repetition ({@code IF NOT EXISTS}), because a replica may die between two
 * of them; a file that has been released is never changed again.
 */
record Migration(int version, String name, String checksum, List<String> statements) {
    static final String FOLDER = "db/cassandra/";

    /** By name, because a native image cannot list a folder. */
    private static final List<String> FILES = List.of(
            "V001__people_and_conversations.cql",
            "V002__messages.cql",
            "V003__notifications.cql",
            "V004__outbox.cql",
            "V005__inbox_and_sending.cql",
            "V006__notifications_by_events.cql",
            "V007__session_events.cql",
            "V008__messages_are_their_own_outbox.cql",
            "V009__people_by_day.cql");

    private static final Pattern NAME = Pattern.compile("V(\\d{3})__(\\w+)\\.cql");

    static List<Migration> all() {
        return FILES.stream().map(Migration::load).toList();
    }

    static Migration of(String file, String text) {
        Matcher matcher = NAME.matcher(file);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a migration is named like V001__what.cql, not " + file);
        }
        return new Migration(Integer.parseInt(matcher.group(1)), matcher.group(2), digest(text), split(text));
    }

    private static Migration load(String file) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream resource = loader.getResourceAsStream(FOLDER + file)) {
            if (resource == null) {
                throw new IllegalStateException("migration missing file=" + file);
            }
            return of(file, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> split(String text) {
        String code = text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return Arrays.stream(code.split(";\\s*(\\n|$)"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String digest(String text) {
        try {
            byte[] unified = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(unified));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
