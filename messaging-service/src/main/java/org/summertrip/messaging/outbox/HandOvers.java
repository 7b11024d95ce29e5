package org.summertrip.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.summertrip.kit.problem.Outages;
import org.summertrip.messaging.cassandra.InOrder;

/** Gives what leaves to everybody who takes it. An outage is waited out; what one of them cannot bear does not stop the rest. */
@Singleton
class HandOvers {
    private static final Logger LOG = Logger.getLogger(HandOvers.class);

    private final List<HandOver> takers;
    private final ObjectMapper mapper;
    private final Outages outages;
    /** What one taker has when a later one fails: the next attempt must not tell people twice. As large as one drain. */
    private final Set<Taken> taken = ConcurrentHashMap.newKeySet();

    HandOvers(@All List<HandOver> takers, ObjectMapper mapper, Outages outages) {
        this.takers = takers;
        this.mapper = mapper;
        this.outages = outages;
    }

    Uni<Void> take(List<OutboxRow> rows) {
        return InOrder.each(takers, taker -> give(taker, rows));
    }

    /** They have left the outbox and will not be given again. */
    void forget(List<OutboxRow> rows) {
        rows.forEach(row -> takers.forEach(taker -> taken.remove(new Taken(taker, row.eventId()))));
    }

    private Uni<Void> give(HandOver taker, List<OutboxRow> rows) {
        List<OutboxRow> missing = rows.stream()
                .filter(row -> row.push() != null && !taken.contains(new Taken(taker, row.eventId())))
                .toList();
        List<Push> pushes =
                missing.stream().map(this::read).flatMap(Optional::stream).toList();
        return pushes.isEmpty()
                ? Uni.createFrom().voidItem()
                : giveTogether(taker, pushes)
                        .invoke(() -> missing.forEach(row -> taken.add(new Taken(taker, row.eventId()))));
    }

    /** One that cannot be borne fails all that are taken with it: then each is given by itself. */
    private Uni<Void> giveTogether(HandOver taker, List<Push> pushes) {
        return taker.take(pushes)
                .onFailure(this::isFault)
                .recoverWithUni(failure -> InOrder.each(pushes, push -> giveAlone(taker, push)));
    }

    private Uni<Void> giveAlone(HandOver taker, Push push) {
        return taker.take(List.of(push))
                .onFailure(this::isFault)
                .invoke(failure -> LOG.errorf(
                        failure, "push dropped type=%s conversationId=%s", push.type(), push.conversationId()))
                .onFailure(this::isFault)
                .recoverWithItem((Void) null);
    }

    private boolean isFault(Throwable failure) {
        return !outages.isOutage(failure);
    }

    private Optional<Push> read(OutboxRow row) {
        try {
            return Optional.of(mapper.readValue(row.push(), Push.class));
        } catch (JsonProcessingException unreadable) {
            LOG.errorf("push unreadable, dropped eventId=%s", row.eventId());
            return Optional.empty();
        }
    }

    private record Taken(HandOver taker, UUID eventId) {}
}
