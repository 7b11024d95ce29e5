package org.summertrip.messaging.cassandra;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** One step after the other; the first failure ends it. */
public final class InOrder {
    private InOrder() {}

    public static <T> Uni<Void> each(Iterable<T> things, Function<T, Uni<?>> step) {
        return Multi.createFrom()
                .iterable(things)
                .onItem()
                .transformToUniAndConcatenate(thing -> step.apply(thing).replaceWith(thing))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
