package org.summertrip.messaging.message;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;

/**
 * Where somebody has written or reacted. One trace leads to one message, and to whatever else is theirs in the same bucket of the
 * same conversation: not every message leaves one.
 */
@Singleton
class Traces {
    private static final int PAGE = 200;
    private static final int FIRST_YEAR = 2020;

    private static final Query LEAVE =
            Query.of("INSERT INTO traces (user_id, year, message_id, conversation_id) VALUES (?, ?, ?, ?)");
    private static final Query LIST =
            Query.of("SELECT user_id, year, message_id, conversation_id FROM traces WHERE user_id = ? AND year = ?");
    private static final Query FORGET =
            Query.of("DELETE FROM traces WHERE user_id = ? AND year = ? AND message_id = ?");

    private final Cql cql;
    private final Clock clock;

    Traces(Cql cql, Clock clock) {
        this.cql = cql;
        this.clock = clock;
    }

    /** What leaves one, now. */
    Write leaving(UUID userId, UUID messageId, UUID conversationId) {
        return new Write(LEAVE, userId, yearOf(clock.instant()), messageId, conversationId);
    }

    /** Oldest first. */
    Multi<Trace> of(UUID userId) {
        return Multi.createFrom()
                .iterable(years(userId))
                .onItem()
                .transformToMultiAndConcatenate(year -> cql.stream(LIST, PAGE, userId, year))
                .map(row -> new Trace(
                        row.getUuid("user_id"),
                        row.getInt("year"),
                        row.getUuid("message_id"),
                        row.getUuid("conversation_id")));
    }

    /** Where they lead, each place once. */
    Multi<Place> places(UUID userId) {
        return of(userId).map(Trace::place).select().distinct();
    }

    Uni<Void> forget(Trace trace) {
        return cql.run(FORGET, trace.userId(), trace.year(), trace.messageId());
    }

    /** Nobody wrote before they had an id. */
    private List<Integer> years(UUID userId) {
        int first = userId.version() == 7 ? yearOf(Ids.timeOf(userId)) : FIRST_YEAR;
        int last = yearOf(clock.instant());
        return IntStream.rangeClosed(Math.min(first, last), last).boxed().toList();
    }

    private static int yearOf(Instant time) {
        return time.atOffset(ZoneOffset.UTC).getYear();
    }

    /** One place where somebody has written or reacted. */
    record Trace(UUID userId, int year, UUID messageId, UUID conversationId) {
        Place place() {
            return new Place(conversationId, Bucket.of(messageId));
        }
    }
}
