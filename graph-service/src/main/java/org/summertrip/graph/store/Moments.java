package org.summertrip.graph.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.neo4j.driver.Value;

/** Points in time as Neo4j holds them: always UTC, so that equal moments are equal values; milliseconds, as the contract shows. */
public final class Moments {
    private Moments() {}

    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The parameter, null for null. */
    public static ZonedDateTime write(Instant moment) {
        return moment == null ? null : moment.atZone(ZoneOffset.UTC);
    }

    /** The moment, null for null. */
    public static Instant read(Value value) {
        return value.isNull() ? null : value.asZonedDateTime().toInstant();
    }
}
