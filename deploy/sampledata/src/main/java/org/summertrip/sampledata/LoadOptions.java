package org.summertrip.sampledata;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The command line of {@link Main}. */
record LoadOptions(URI gateway, long seed, int people, String password) {

    static final long DEFAULT_SEED = 1;
    static final int DEFAULT_PEOPLE = 24;

    static final String USAGE = """
            Usage: deploy/sampledata/load --password P [--gateway URL] [--seed N] [--people N]

              --password P    of everybody in the world, 8 to 128 characters
              --gateway URL   where the suite is (http://127.0.0.1:3000)
              --seed N        which world (1); the same seed gives the same people
              --people N      how many people (24, at least 8); all else grows with them""";

    /** Empty if only help was wanted. */
    static Optional<LoadOptions> parse(String... arguments) {
        var options = new LoadOptions(URI.create("http://127.0.0.1:3000"), DEFAULT_SEED, DEFAULT_PEOPLE, null);
        for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (option.equals("--help") || option.equals("-h")) {
                return Optional.empty();
            }
            options = options.with(option, rest);
        }
        if (options.password == null) {
            throw new IllegalArgumentException("--password is missing.");
        }
        return Optional.of(options);
    }

    private LoadOptions with(String option, Iterator<String> rest) {
        return switch (option) {
            case "--gateway" -> new LoadOptions(URI.create(value(option, rest)), seed, people, password);
            case "--seed" -> new LoadOptions(gateway, number(option, rest), people, password);
            case "--people" -> new LoadOptions(gateway, seed, Math.toIntExact(number(option, rest)), password);
            case "--password" -> new LoadOptions(gateway, seed, people, value(option, rest));
            default -> throw new IllegalArgumentException("Unknown option " + option + ".");
        };
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return rest.next();
    }

    private static long number(String option, Iterator<String> rest) {
        String value = value(option, rest);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not " + value + ".", e);
        }
    }
}
