package org.summertrip.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;

/** Stores a fact of this service together with what is to leave because of it: all of it or nothing. */
@Singleton
public class Outgoing {
    static final String STREAM = "events.messaging";
    static final int SHARD = 0;

    private static final String SOURCE = "messaging-service";
    private static final Query PUT =
            Query.of("INSERT INTO outbox (slot, event_id, stream, payload, push) VALUES (?, ?, ?, ?, ?)");
    private static final Query MARK = Query.of("INSERT INTO outbox_slots (shard, slot) VALUES (?, ?)");

    private final Cql cql;
    private final ObjectMapper mapper;
    private final OutboxRelay relay;
    private final Ids ids;
    /** The present minute need not be marked again with every fact: slots are closed minutes after they end. */
    private final AtomicLong marked = new AtomicLong(Long.MIN_VALUE);

    Outgoing(Cql cql, ObjectMapper mapper, OutboxRelay relay, Ids ids) {
        this.cql = cql;
        this.mapper = mapper;
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
        List<Long> unmarked = eventIds.stream()
                .map(Slot::of)
                .distinct()
                .filter(slot -> slot != marked.get())
                .toList();
        unmarked.forEach(slot -> together.add(new Write(MARK, SHARD, slot)));
        return cql.atomically(together).invoke(() -> {
            unmarked.forEach(slot -> marked.accumulateAndGet(slot, Math::max));
            relay.wake();
        });
    }

    private Write putting(UUID id, News news) {
        String stream = news.type() == null ? null : STREAM;
        String push = news.push() == null ? null : json(news.push());
        return new Write(PUT, Slot.of(id), id, stream, stream == null ? null : json(event(id, news)), push);
    }

    private CloudEvent event(UUID id, News news) {
        return CloudEvent.of(
                id, SOURCE, news.type(), news.subject().toString(), news.time(), mapper.valueToTree(news.data()));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what leaves can be written", impossible);
        }
    }
}
