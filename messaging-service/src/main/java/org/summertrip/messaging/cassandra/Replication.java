package org.summertrip.messaging.cassandra;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Copies per datacenter. */
public record Replication(Map<String, Integer> factors) {
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_.-]+)=([1-9])");

    public Replication {
        factors = Map.copyOf(factors);
    }

    /** Reads {@code dc1=3,dc2=3}. */
    public static Replication of(String text) {
        Map<String, Integer> factors = new TreeMap<>();
        Arrays.stream(text.split(",")).map(String::strip).forEach(entry -> {
            Matcher matcher = ENTRY.matcher(entry);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("replication is written like dc1=3,dc2=3, not like " + text);
            }
            factors.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
        });
        return new Replication(factors);
    }

    /** The value of {@code replication} in {@code CREATE KEYSPACE}. */
    String cql() {
        return new TreeMap<>(factors)
                .entrySet().stream()
                        .map(entry -> "'%s': %d".formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ", "{'class': 'NetworkTopologyStrategy', ", "}"));
    }
}
