package org.summertrip.messaging.outbox;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
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
    private final Outages outages;
    /** What one taker has when a later one fails: the next attempt must not tell people twice. As large as one drain. */
    private final Set<Taken> taken = ConcurrentHashMap.newKeySet();

    HandOvers(@All List<HandOver> takers, Outages outages) {
        this.takers = takers;
        this.outages = outages;
    }

    Uni<Void> take(List<Departure> departures) {
        return InOrder.each(takers, taker -> give(taker, departures));
    }

    /** They have left the outbox and will not be given again. */
    void forget(List<Departure> departures) {
        departures.forEach(departure -> takers.forEach(taker -> taken.remove(new Taken(taker, departure.id()))));
    }

    private Uni<Void> give(HandOver taker, List<Departure> departures) {
        List<Departure> missing = departures.stream()
                .filter(departure -> departure.push() != null && !taken.contains(new Taken(taker, departure.id())))
                .toList();
        List<Push> pushes = missing.stream().map(Departure::push).toList();
        return pushes.isEmpty()
                ? Uni.createFrom().voidItem()
                : giveTogether(taker, pushes)
                        .invoke(() -> missing.forEach(departure -> taken.add(new Taken(taker, departure.id()))));
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

    private record Taken(HandOver taker, UUID id) {}
}
