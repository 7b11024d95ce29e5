package org.summertrip.messaging.cassandra;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Many steps at once, but never so many that one request fills the driver's queues. */
public final class InParallel {
    private static final int AT_ONCE = 64;

    private InParallel() {}

    /** The outcomes in the order of the things. All are waited for, also when one fails. */
    public static <T, R> Uni<List<R>> all(Collection<T> things, Function<T, Uni<R>> step) {
        return all(things, AT_ONCE, step);
    }

    /** The same, so many at once. */
    public static <T, R> Uni<List<R>> all(Collection<T> things, int atOnce, Function<T, Uni<R>> step) {
        if (things.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join()
                .all(things.stream().map(step).toList())
                .usingConcurrencyOf(atOnce)
                .andCollectFailures();
    }
}
