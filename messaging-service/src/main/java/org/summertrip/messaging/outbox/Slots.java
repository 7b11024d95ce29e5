package org.summertrip.messaging.outbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;

/** Opens slots: what is to leave is looked for in open ones only. */
@Singleton
public class Slots {
    static final int SHARD = 0;
    private static final Query OPEN = Query.of("INSERT INTO outbox_slots (shard, slot) VALUES (?, ?)");

    private final Clock clock;
    /** The present one need not be opened again for everything in it: slots are closed minutes after they end. */
    private final AtomicLong opened = new AtomicLong(Long.MIN_VALUE);

    Slots(Clock clock) {
        this.clock = clock;
    }

    /** What opens them, to be written before or with what is in them; nothing for the one that this replica opened last. */
    public List<Write> opening(Collection<Long> slots) {
        return slots.stream()
                .distinct()
                .filter(slot -> slot != opened.get() || isOver(slot))
                .map(slot -> new Write(OPEN, SHARD, slot))
                .toList();
    }

    /** It may have been closed since: who repeats a send does so under an old id. */
    private boolean isOver(long slot) {
        return slot < Slot.of(clock.instant()) - 1;
    }

    /** They have been opened. */
    public void opened(Collection<Long> slots) {
        slots.forEach(slot -> opened.accumulateAndGet(slot, Math::max));
    }
}
