package org.summertrip.kit.event;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** Where a service keeps the events that it has stored with their facts and not yet published. */
public interface Outbox {
    /**
     * Hands the oldest events, in the order in which they were stored, to {@code publish} and forgets them once that has
     * succeeded. Only one replica at a time gets events, otherwise their order would be lost.
     *
     * @return how many were published; 0 when there is nothing or another replica is at it
     */
    Uni<Integer> drain(int max, Function<List<OutboxEvent>, Uni<Void>> publish);
}
