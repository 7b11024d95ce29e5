package org.summertrip.kit.testing.sample;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.summertrip.kit.event.Outbox;
import org.summertrip.kit.event.OutboxEvent;

/** An outbox without a store behind it: what is in it is forgotten only once it has been published. */
@Singleton
public class SampleOutbox implements Outbox {
    private final Queue<OutboxEvent> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger attempts = new AtomicInteger();

    public void add(OutboxEvent event) {
        waiting.add(event);
    }

    /** How often something was to be published. */
    public int attempts() {
        return attempts.get();
    }

    @Override
    public Uni<Integer> drain(int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        List<OutboxEvent> oldest = waiting.stream().limit(max).toList();
        if (oldest.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        attempts.incrementAndGet();
        return publish.apply(oldest)
                .invoke(() -> oldest.forEach(waiting::remove))
                .replaceWith(oldest.size());
    }
}
