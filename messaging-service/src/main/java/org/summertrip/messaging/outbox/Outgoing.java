package org.summertrip.messaging.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.event.OutboxEvent;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;

/** Stores a fact of this service together with what is to leave because of it: all of it or nothing. */
@Singleton
public class Outgoing {
    private static final Query PUT =
            Query.of("INSERT INTO outbox (slot, event_id, stream, payload, push) VALUES (?, ?, ?, ?, ?)");

    private final Cql cql;
    private final Slots slots;
    private final Envelopes envelopes;
    private final OutboxRelay relay;
    private final Ids ids;

    Outgoing(Cql cql, Slots slots, Envelopes envelopes, OutboxRelay relay, Ids ids) {
        this.cql = cql;
        this.slots = slots;
        this.envelopes = envelopes;
        this.relay = relay;
        this.ids = ids;
    }

    /** Writes a fact and its news in one logged batch, then lets the news out. */
    public Uni<Void> store(List<Write> fact, News... news) {
        List<Write> together = new ArrayList<>(fact);
        List<UUID> eventIds = Arrays.stream(news)
                .map(each -> each.id() == null ? ids.next() : each.id())
                .toList();
        for (int i = 0; i < news.length; i++) {
            together.add(putting(eventIds.get(i), news[i]));
        }
        List<Long> inSlots = eventIds.stream().map(Slot::of).distinct().toList();
        together.addAll(slots.opening(inSlots));
        return cql.atomically(together).invoke(() -> {
            slots.opened(inSlots);
            relay.wake();
        });
    }

    private Write putting(UUID id, News news) {
        OutboxEvent event = envelopes.event(id, news);
        return new Write(
                PUT,
                Slot.of(id),
                id,
                event == null ? null : event.stream(),
                event == null ? null : event.payload(),
                news.push() == null ? null : envelopes.json(news.push()));
    }
}
