package org.summertrip.messaging.live;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.summertrip.messaging.outbox.HandOver;
import org.summertrip.messaging.outbox.Push;

/** Takes what is handed over after everybody else, and, while it is raised, fails as a store does that is away. */
@Singleton
@Priority(1)
class Obstacle implements HandOver {
    private final AtomicInteger hits = new AtomicInteger();
    private volatile UUID conversationId;

    void raise(UUID conversation) {
        hits.set(0);
        conversationId = conversation;
    }

    void remove() {
        conversationId = null;
    }

    int hits() {
        return hits.get();
    }

    @Override
    public Uni<Void> take(List<Push> pushes) {
        boolean concerned = conversationId != null
                && pushes.stream().anyMatch(push -> conversationId.equals(push.conversationId()));
        if (!concerned) {
            return Uni.createFrom().voidItem();
        }
        hits.incrementAndGet();
        return Uni.createFrom().failure(new ConnectException("away"));
    }
}
