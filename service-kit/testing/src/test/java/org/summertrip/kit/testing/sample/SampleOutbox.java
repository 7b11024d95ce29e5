package org.summertrip.kit.testing.sample;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.summertrip.kit.event.Outbox;
import org.summertrip.kit.event.OutboxEvent;

/** An outbox without a store behind it: what is in it is forgotten only once it has been published. */
@Singleton
public class SampleOutbox implements Outbox {
    private final Queue<OutboxEvent> waiting = new ConcurrentLinkedQueue<>();

    public void add(OutboxEvent event) {
        waiting.add(event);
    }

    @Override
    public Uni<Integer> drain(int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        List<OutboxEvent> oldest = waiting.stream().limit(max).toList();
        if (oldest.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return publish.apply(oldest)
                .invoke(() -> oldest.forEach(waiting::remove))
                .replaceWith(oldest.size());
    }
}
