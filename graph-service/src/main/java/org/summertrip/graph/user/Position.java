package org.summertrip.graph.user;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.summertrip.graph.store.Moments;

/** Where a page of people ends: newest edge first, and by id within a millisecond. */
public record Position(Instant at, UUID userId) {
    public static final int KEYS = 2;

    /** From a cursor's keys; null for the beginning. */
    public static Position of(List<String> keys) {
        return keys.isEmpty() ? null : new Position(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
    }

    public static List<String> keys(Instant at, PublicUser user) {
        return List.of(at.toString(), user.id().toString());
    }

    /** The parameters {@code me}, {@code at}, {@code id} and {@code limit} of a query for what comes after a position. */
    public static Value parameters(UUID me, Position after, int limit) {
        return Values.parameters(
                "me",
                me.toString(),
                "at",
                after == null ? null : Moments.write(after.at()),
                "id",
                after == null ? null : after.userId().toString(),
                "limit",
                limit);
    }
}
