package org.summertrip.messaging.block;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.summertrip.messaging.cassandra.WriteTime;
import org.summertrip.messaging.erasure.Erasable;

/** Forgets whom somebody has blocked, and who has blocked them. */
@Singleton
@Priority(60)
class BlockErasure implements Erasable {
    private final Blocks blocks;
    private final Clock clock;

    BlockErasure(Blocks blocks, Clock clock) {
        this.blocks = blocks;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "blocks";
    }

    @Override
    public Uni<Long> erase(UUID userId) {
        return blocks.of(userId)
                .call(all -> blocks.forget(userId, WriteTime.of(clock.instant(), 0)))
                .map(all -> (long) all.size());
    }
}
