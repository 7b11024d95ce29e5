package org.summertrip.messaging.outbox;

import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.summertrip.kit.event.OutboxEvent;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;

/** Reads {@code outbox} and {@code outbox_slots}, and deletes from them; {@link Outgoing} and {@link Slots} write them. */
@Singleton
class OutboxTable {
    private static final Logger LOG = Logger.getLogger(OutboxTable.class);
    private static final int SLOTS_PAGE = 1000;

    private static final Query SLOTS =
            Query.of("SELECT slot FROM outbox_slots WHERE shard = " + Slots.SHARD + " AND slot >= ?");
    private static final Query READ =
            Query.of("SELECT event_id, stream, payload, push FROM outbox WHERE slot = ? AND event_id > ? LIMIT ?");
    private static final Query DELETE = Query.of("DELETE FROM outbox WHERE slot = ? AND event_id = ?");
    private static final Query CLOSE =
            Query.of("DELETE FROM outbox_slots WHERE shard = " + Slots.SHARD + " AND slot = ?");

    private final Cql cql;
    private final ObjectMapper mapper;

    OutboxTable(Cql cql, ObjectMapper mapper) {
        this.cql = cql;
        this.mapper = mapper;
    }

    Uni<List<Long>> openSlots(long from) {
        return cql.all(cql.stream(SLOTS, SLOTS_PAGE, from).map(row -> row.getLong("slot")));
    }

    /** The first ones of these slots behind an id. */
    Uni<List<OutboxRow>> read(List<Long> slots, UUID after, int max) {
        Multi<OutboxRow> rows = Multi.createFrom()
                .iterable(slots)
                .onItem()
                .transformToMultiAndConcatenate(
                        slot -> cql.stream(READ, max, slot, after, max).map(row -> row(slot, row)));
        return cql.first(max, rows);
    }

    Uni<Void> delete(List<OutboxRow> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : cql.inBulk(rows.stream()
                        .map(row ->
                                new Write(DELETE, row.slot(), row.departure().id()))
                        .toList());
    }

    Uni<Void> close(long slot) {
        return cql.run(CLOSE, slot);
    }

    private OutboxRow row(long slot, Row row) {
        UUID id = row.getUuid("event_id");
        String stream = row.getString("stream");
        OutboxEvent event = stream == null ? null : new OutboxEvent(stream, row.getString("payload"));
        return new OutboxRow(slot, new Departure(id, event, push(id, row.getString("push"))));
    }

    private Push push(UUID id, String json) {
        try {
            return json == null ? null : mapper.readValue(json, Push.class);
        } catch (JsonProcessingException unreadable) {
            LOG.errorf("push unreadable, dropped eventId=%s", id);
            return null;
        }
    }
}
