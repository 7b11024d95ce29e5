package org.summertrip.messaging.session;

import com.datastax.oss.driver.api.core.cql.Row;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.day.Days;

/** Every query of {@code session_events}. All of an event but gateway and reason is its key, so it may come many times. */
@Singleton
class SessionEvents {
    private static final int PAGE = 500;
    /** Those of the year that rows live, and the one that has just begun. */
    private static final int MONTHS_KEPT = 13;

    private static final int MONTHS_TO_COME = 1;

    private static final Query PUT = Query.of("""
            INSERT INTO session_events (user_id, month, event_time, session_id, event_type, gateway, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?)""");
    private static final Query LIST = Query.of("""
            SELECT user_id, event_time, session_id, event_type, gateway, reason FROM session_events
            WHERE user_id = ? AND month = ?""");
    private static final Query COUNT = Query.of("SELECT count(*) FROM session_events WHERE user_id = ? AND month = ?");
    private static final Query FORGET = Query.of("DELETE FROM session_events WHERE user_id = ? AND month = ?");

    private final Cql cql;
    private final Days days;
    private final Clock clock;

    SessionEvents(Cql cql, Days days, Clock clock) {
        this.cql = cql;
        this.days = days;
        this.clock = clock;
    }

    Uni<Void> put(SessionEvent event) {
        int month = number(YearMonth.from(event.at().atOffset(ZoneOffset.UTC)));
        List<Write> writes = new ArrayList<>(days.noting(Days.What.SESSIONS, event.userId(), event.at()));
        writes.add(new Write(
                PUT,
                event.userId(),
                month,
                event.at(),
                event.sessionId(),
                event.type(),
                event.gateway(),
                event.reason()));
        return cql.inBulk(writes);
    }

    /** Newest first. */
    Multi<SessionEvent> of(UUID userId) {
        return Multi.createFrom()
                .iterable(months())
                .onItem()
                .transformToMultiAndConcatenate(month -> cql.stream(LIST, PAGE, userId, month))
                .map(SessionEvents::event);
    }

    /** Removes all of somebody's and tells how many there were. */
    Uni<Long> forget(UUID userId) {
        return InParallel.all(
                        months(),
                        month -> cql.one(COUNT, userId, month)
                                .map(row -> row.orElseThrow().getLong(0))
                                .call(count -> cql.run(FORGET, userId, month)))
                .map(counts -> counts.stream().mapToLong(Long::longValue).sum());
    }

    private List<Integer> months() {
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        return IntStream.rangeClosed(-MONTHS_TO_COME, MONTHS_KEPT)
                .mapToObj(now::minusMonths)
                .map(SessionEvents::number)
                .toList();
    }

    private static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    private static SessionEvent event(Row row) {
        return new SessionEvent(
                row.getUuid("user_id"),
                row.getUuid("session_id"),
                row.getString("event_type"),
                row.getInstant("event_time"),
                row.getString("gateway"),
                row.getString("reason"));
    }
}
