package org.summertrip.graph.store;

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

/**
 * One numbered step of the schema: {@code V001__what_it_does.cypher}. Its statements end with a semicolon at the end of a line
 * and run in a transaction each, because Neo4j mixes no schema with data in one; so each must bear being run again.
 *
 * @param checksum tells an edited step from the one that was applied
 */
record Migration(String version, String name, String checksum, List<String> statements) {
    /** Every step, in order. Listed, since a native image has no directories to look into. */
    private static final List<String> FILES =
            List.of("V001__users_and_groups.cypher", "V002__outbox.cypher", "V003__analysis.cypher");

    private static final String DIRECTORY = "/db/neo4j/";
    private static final Pattern FILE = Pattern.compile("(V\\d{3})__(\\w+)\\.cypher");
    private static final Pattern END = Pattern.compile(";\\s*(\\R|$)");

    Migration {
        statements = List.copyOf(statements);
    }

    static List<Migration> all() {
        return FILES.stream().map(file -> of(file, text(file))).toList();
    }

    static Migration of(String file, String text) {
        Matcher matcher = FILE.matcher(file);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not the name of a migration: " + file);
        }
        List<String> statements = Arrays.stream(END.split(text))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        return new Migration(matcher.group(1), matcher.group(2), digest(text), statements);
    }

    private static String text(String file) {
        try (InputStream in = Migration.class.getResourceAsStream(DIRECTORY + file)) {
            if (in == null) {
                throw new IllegalStateException("a migration is missing: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
