package org.summertrip.messaging.notification;

import com.datastax.oss.driver.api.core.cql.Row;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.Limits;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.cassandra.WriteTime;
import org.summertrip.messaging.day.Days;

/**
 * Every query of {@code notifications}. Filtering happens inside one partition of thirty days of one person.
 *
 * <p>A state is written with the time of the notification plus the rank of the state as its timestamp. Cassandra then keeps the
 * highest state whatever comes when: no change is lost, none goes back, an event that is delivered again makes nothing unseen
 * again, and no lightweight transaction is needed.
 */
@Singleton
class NotificationStore {
    private static final int PAGE = 200;

    private static final Query INSERT = Query.of("""
            INSERT INTO notifications
                (user_id, bucket, notification_id, type, message, link, state, modified_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ? AND TTL ?""");

    private static final Query NAME = Query.of("""
            UPDATE notifications USING TTL ? SET actors = actors + ?
            WHERE user_id = ? AND bucket = ? AND notification_id = ?""");
    private static final Query ABOUT = Query.of("""
            INSERT INTO notifications_about (actor_id, user_id, notification_id) VALUES (?, ?, ?) USING TTL ?""");
    private static final Query REWORD = Query.of("""
            UPDATE notifications USING TTL ? SET message = ?
            WHERE user_id = ? AND bucket = ? AND notification_id = ?""");

    private static final String SELECT = """
            SELECT user_id, notification_id, type, message, link, state, actors FROM notifications
            WHERE user_id = ? AND bucket = ?""";

    private static final Query LIST = Query.of(SELECT + " AND notification_id < ?");
    private static final Query LIST_IN_STATE =
            Query.of(SELECT + " AND notification_id < ? AND state = ? ALLOW FILTERING");
    private static final Query FIND = Query.of(SELECT + " AND notification_id = ?");
    private static final Query LIST_UNSEEN_UP_TO =
            Query.of(SELECT + " AND notification_id <= ? AND state = 'UNSEEN' ALLOW FILTERING");
    private static final Query ADVANCE = Query.of("""
            UPDATE notifications USING TIMESTAMP ? AND TTL ? SET state = ?, modified_at = ?
            WHERE user_id = ? AND bucket = ? AND notification_id = ?""");
    private static final Query COUNT_UNSEEN = Query.of("""
            SELECT count(*) FROM notifications
            WHERE user_id = ? AND bucket = ? AND state = 'UNSEEN' ALLOW FILTERING""");

    private static final Query FORGET = Query.of("DELETE FROM notifications WHERE user_id = ? AND bucket = ?");

    private final Cql cql;
    private final Days days;
    private final Clock clock;

    NotificationStore(Cql cql, Days days, Clock clock) {
        this.cql = cql;
        this.days = days;
        this.clock = clock;
    }

    /**
     * What writes a notification; again, it changes nothing. Nothing for one that would have expired by now.
     *
     * @param actors who is named in it
     */
    List<Write> putting(Notification notification, Set<UUID> actors) {
        int seconds = secondsLeft(notification);
        if (seconds <= 0) {
            return List.of();
        }
        List<Write> writes =
                new ArrayList<>(days.noting(Days.What.NOTIFICATIONS, notification.userId(), notification.createdAt()));
        writes.add(new Write(
                INSERT,
                notification.userId(),
                Bucket.of(notification.id()),
                notification.id(),
                notification.type(),
                notification.message(),
                notification.link(),
                notification.state().name(),
                notification.createdAt(),
                WriteTime.of(notification.createdAt(), notification.state().ordinal()),
                seconds));
        writes.addAll(naming(notification, actors));
        return writes;
    }

    /** What notes that people are named in a notification. */
    List<Write> naming(Notification notification, Set<UUID> actors) {
        if (actors.isEmpty()) {
            return List.of();
        }
        int seconds = Math.max(1, secondsLeft(notification));
        int bucket = Bucket.of(notification.id());
        List<Write> writes = new ArrayList<>();
        writes.add(new Write(NAME, seconds, actors, notification.userId(), bucket, notification.id()));
        actors.forEach(actor -> writes.add(new Write(ABOUT, actor, notification.userId(), notification.id(), seconds)));
        return writes;
    }

    Write rewording(Notification notification, String message) {
        return new Write(
                REWORD,
                Math.max(1, secondsLeft(notification)),
                message,
                notification.userId(),
                Bucket.of(notification.id()),
                notification.id());
    }

    Uni<Optional<Notification>> find(UUID userId, UUID id) {
        return cql.one(FIND, userId, Bucket.of(id), id)
                .map(row -> row.filter(NotificationStore::isWhole).map(NotificationStore::notification));
    }

    /** Who is named in a notification. */
    Uni<Set<UUID>> actors(UUID userId, UUID id) {
        return cql.one(FIND, userId, Bucket.of(id), id)
                .map(row -> row.map(found -> found.getSet("actors", UUID.class)).orElse(Set.of()));
    }

    /** Brings them to a state, those that are not further already. */
    Uni<Void> advance(List<Notification> notifications, State state) {
        List<Write> writes = notifications.stream()
                .map(notification -> advancing(notification, state))
                .toList();
        return writes.isEmpty() ? Uni.createFrom().voidItem() : cql.inBulk(writes);
    }

    /** The newest unseen ones up to an id. */
    Uni<List<Notification>> unseen(UUID userId, UUID upTo, int count) {
        Multi<Row> rows = buckets(upTo)
                .onItem()
                .transformToMultiAndConcatenate(bucket -> cql.stream(LIST_UNSEEN_UP_TO, count, userId, bucket, upTo));
        return cql.first(count, rows.filter(NotificationStore::isWhole).map(NotificationStore::notification));
    }

    /**
     * The newest of those older than an id, newest first.
     *
     * @param state only these, or null for all but the deleted ones
     */
    Uni<List<Notification>> older(UUID userId, UUID than, State state, int count) {
        Multi<Row> rows = buckets(than)
                .onItem()
                .transformToMultiAndConcatenate(bucket -> state == null
                        ? cql.stream(LIST, count, userId, bucket, than)
                        : cql.stream(LIST_IN_STATE, count, userId, bucket, than, state.name()));
        return cql.first(
                count,
                rows.filter(NotificationStore::isWhole)
                        .map(NotificationStore::notification)
                        .filter(found -> state != null || found.state() != State.DELETED));
    }

    Uni<Long> countUnseen(UUID userId) {
        List<Uni<Long>> counts = Bucket.open(clock.instant()).stream()
                .map(bucket -> cql.one(COUNT_UNSEEN, userId, bucket)
                        .map(row -> row.orElseThrow().getLong(0)))
                .toList();
        return Uni.join()
                .all(counts)
                .andCollectFailures()
                .map(all -> all.stream().mapToLong(Long::longValue).sum());
    }

    /** Everything, in whatever state, newest first. */
    Multi<Notification> all(UUID userId) {
        return rows(userId).filter(NotificationStore::isWhole).map(NotificationStore::notification);
    }

    /** Everything, and who is named in it. */
    Multi<Named> named(UUID userId) {
        return rows(userId)
                .map(row -> new Named(userId, row.getUuid("notification_id"), row.getSet("actors", UUID.class)));
    }

    Uni<Void> forget(UUID userId) {
        return InParallel.all(Bucket.open(clock.instant()), bucket -> cql.run(FORGET, userId, bucket))
                .replaceWithVoid();
    }

    private Multi<Row> rows(UUID userId) {
        return buckets(Uuid7.NEWEST)
                .onItem()
                .transformToMultiAndConcatenate(bucket -> cql.stream(LIST, PAGE, userId, bucket, Uuid7.NEWEST));
    }

    private Multi<Integer> buckets(UUID newest) {
        return Multi.createFrom()
                .iterable(Bucket.open(clock.instant()))
                .select()
                .where(bucket -> bucket <= Bucket.of(newest));
    }

    Write advancing(Notification notification, State state) {
        return new Write(
                ADVANCE,
                WriteTime.of(notification.createdAt(), state.ordinal()),
                Math.max(1, secondsLeft(notification)),
                state.name(),
                clock.instant(),
                notification.userId(),
                Bucket.of(notification.id()),
                notification.id());
    }

    /** Every write of a row expires at the same time, otherwise half a row would outlive the rest. */
    private int secondsLeft(Notification notification) {
        Duration age = Duration.between(notification.createdAt(), clock.instant());
        return Math.toIntExact(Limits.NOTIFICATIONS_KEPT.minus(age).toSeconds());
    }

    /** Columns that were written at different times may expire a second apart. */
    private static boolean isWhole(Row row) {
        return row.getString("type") != null && row.getString("state") != null;
    }

    private static Notification notification(Row row) {
        UUID id = row.getUuid("notification_id");
        return new Notification(
                id,
                row.getUuid("user_id"),
                row.getString("type"),
                row.getString("message"),
                row.getString("link"),
                State.valueOf(row.getString("state")),
                Ids.timeOf(id));
    }
}
