package org.summertrip.messaging.day;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;

/**
 * Every query of {@code people_by_day}: of whom there is something of a day, in UTC. The rows themselves are found by person, so that
 * nothing has to be kept twice. For messages, {@code activity} does the same by conversation.
 */
@Singleton
public class Days {
    /** What there may be of somebody. */
    public enum What {
        NOTIFICATIONS,
        SESSIONS
    }

    static final int SHARDS = 16;
    /** As long as rows live. */
    private static final int KEPT = 40;
    /** Events are kept for a week; what comes later is a replay. */
    private static final int LATE = 7;

    private static final Query NOTE =
            Query.of("INSERT INTO people_by_day (what, day, shard, user_id) VALUES (?, ?, ?, ?)");
    private static final Query FORGET =
            Query.of("DELETE FROM people_by_day WHERE what = ? AND day = ? AND shard = ? AND user_id = ?");

    private final Cql cql;
    private final Clock clock;

    Days(Cql cql, Clock clock) {
        this.cql = cql;
        this.clock = clock;
    }

    /** What notes that there is something, to be written with it; nothing for a day long past. */
    public List<Write> noting(What what, UUID userId, Instant at) {
        int day = day(at);
        return isNoted(day) ? List.of(new Write(NOTE, what.name(), day, shard(userId), userId)) : List.of();
    }

    /** The days on which there might have been something of somebody. */
    Uni<Void> forget(UUID userId) {
        List<Write> deletions = possible()
                .boxed()
                .flatMap(day -> Stream.of(What.values())
                        .map(what -> new Write(FORGET, what.name(), day, shard(userId), userId)))
                .toList();
        return InParallel.all(deletions, deletion -> cql.run(deletion.query(), deletion.values()))
                .replaceWithVoid();
    }

    private boolean isNoted(int day) {
        int today = day(clock.instant());
        return day >= today - LATE && day <= today + 1;
    }

    /** Tomorrow too, since clocks differ; and a day more at the other end, since this one may just have begun. */
    private IntStream possible() {
        int today = day(clock.instant());
        return IntStream.rangeClosed(today - KEPT - LATE - 1, today + 1);
    }

    static int day(Instant at) {
        return Math.toIntExact(LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay());
    }

    static int shard(UUID userId) {
        return Math.floorMod(userId.hashCode(), SHARDS);
    }
}
