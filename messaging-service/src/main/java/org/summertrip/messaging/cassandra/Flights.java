package org.summertrip.messaging.cassandra;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads that are under way. Who asks for what is just being read waits for that answer instead of asking the store again, so a
 * thousand readers of one page are one query. Nothing is kept beyond the answer: this is no cache.
 */
public final class Flights<K, V> {
    private final ConcurrentMap<K, Uni<V>> underway = new ConcurrentHashMap<>();

    /** The answer of the read that is under way, or of one that begins now. Each caller goes on where it was. */
    public Uni<V> join(K key, Supplier<Uni<V>> read) {
        return CallerContext.resume(Uni.createFrom()
                .deferred(() -> underway.computeIfAbsent(key, absent -> begin(key, read))));
    }

    /** What was written since may not be in the answers under way: nobody else joins those. */
    public void forgetIf(Predicate<K> stale) {
        underway.keySet().removeIf(stale);
    }

    private Uni<V> begin(K key, Supplier<Uni<V>> read) {
        Flight<V> flight = new Flight<>();
        flight.answer = Uni.createFrom()
                .deferred(() -> read.get())
                .onTermination()
                .invoke(() -> underway.remove(key, flight.answer))
                .memoize()
                .indefinitely();
        return flight.answer;
    }

    private static final class Flight<V> {
        private Uni<V> answer;
    }
}
