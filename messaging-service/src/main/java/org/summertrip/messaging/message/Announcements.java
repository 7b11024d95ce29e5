package org.summertrip.messaging.message;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.cassandra.WriteTime;
import org.summertrip.messaging.outbox.Slot;
import org.summertrip.messaging.outbox.Slots;

/**
 * Where a message is about to be: the slot and the conversation, for who lets it out; the bucket, for who reads; a trace of the
 * sender, for export and erasure; the conversation's place in the inbox. All of it is there before the message is, and for a
 * conversation in full swing it is there already: then a message costs one write. What announces a message that never comes does
 * no harm.
 */
@Singleton
class Announcements {
    private static final int MOST_REMEMBERED = 20_000;

    private static final Query ACTIVITY = Query.of("INSERT INTO activity (slot, conversation_id) VALUES (?, ?)");
    private static final Query BUCKET = Query.of("INSERT INTO message_buckets (conversation_id, bucket) VALUES (?, ?)");
    private static final Query LAST =
            Query.of("UPDATE conversations USING TIMESTAMP ? SET last_message_id = ? WHERE conversation_id = ?");

    private final Cql cql;
    private final Slots slots;
    private final Traces traces;
    private final Clock clock;
    private final AtomicReference<Minute> latest = new AtomicReference<>(new Minute(Long.MIN_VALUE, Set.of()));
    /** Buckets and traces that this replica has written: they are never taken out, or only with the person. */
    private final Set<Object> known = ConcurrentHashMap.newKeySet();

    Announcements(Cql cql, Slots slots, Traces traces, Clock clock) {
        this.cql = cql;
        this.slots = slots;
        this.traces = traces;
        this.clock = clock;
    }

    Uni<Void> announce(Message message) {
        long slot = Slot.of(message.id());
        Minute minute = minute(slot);
        Place place = new Place(message.conversationId(), Bucket.of(message.id()));
        Trail trail = new Trail(message.senderId(), place);
        boolean active = minute != null && minute.conversations.contains(message.conversationId());
        if (active && known.contains(place) && known.contains(trail)) {
            return Uni.createFrom().voidItem();
        }
        List<Write> missing = new ArrayList<>();
        if (!active) {
            missing.addAll(slots.opening(List.of(slot)));
            missing.add(new Write(ACTIVITY, slot, message.conversationId()));
            missing.add(new Write(LAST, WriteTime.of(message.createdAt(), 0), message.id(), message.conversationId()));
        }
        if (!known.contains(place)) {
            missing.add(new Write(BUCKET, message.conversationId(), place.bucket()));
        }
        if (!known.contains(trail)) {
            missing.add(traces.leaving(message.senderId(), message.id(), message.conversationId()));
        }
        return cql.inBulk(missing).invoke(() -> {
            slots.opened(List.of(slot));
            if (minute != null) {
                minute.conversations.add(message.conversationId());
            }
            remember(place);
            remember(trail);
        });
    }

    /** What is known of a slot, or null for one that may have been closed since: a send that is repeated has an old id. */
    private Minute minute(long slot) {
        if (slot < Slot.of(clock.instant()) - 1) {
            return null;
        }
        Minute newest = latest.updateAndGet(
                minute -> minute.slot >= slot ? minute : new Minute(slot, ConcurrentHashMap.newKeySet()));
        return newest.slot == slot ? newest : null;
    }

    private void remember(Object announced) {
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        known.add(announced);
    }

    private record Minute(long slot, Set<UUID> conversations) {}

    private record Trail(UUID userId, Place place) {}
}
