package org.summertrip.kit.testing.sample;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;

/** Takes things in, fails when it is told to, remembers what it saw. */
@Singleton
public class SampleHandler implements EventHandler {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> held = new AtomicReference<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();

    @Override
    public Set<String> types() {
        return Set.of("thing.made");
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        int attempt = tries.merge(event.subject(), 1, Integer::sum);
        String behaviour = event.data().path("behaviour").asText("good");
        if (behaviour.equals("poison")) {
            return Uni.createFrom().failure(new IllegalArgumentException("cannot stand it"));
        }
        if (behaviour.equals("outage") && attempt < 9) {
            return Uni.createFrom().failure(new ConnectException("store is down"));
        }
        seen.add(event.subject());
        if (behaviour.equals("slow")) {
            return Uni.createFrom().emitter(emitter -> held.set(() -> emitter.complete(null)));
        }
        return Uni.createFrom().voidItem();
    }

    /** Whether a slow event is being handled, and so nothing else. */
    public boolean isHeldUp() {
        return held.get() != null;
    }

    public void goOn() {
        held.getAndSet(null).run();
    }

    public List<String> seen() {
        return seen;
    }

    public int triesOf(String subject) {
        return tries.getOrDefault(subject, 0);
    }
}
