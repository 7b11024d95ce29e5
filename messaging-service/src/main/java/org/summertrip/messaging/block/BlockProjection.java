package org.summertrip.messaging.block;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.messaging.Facts;
import org.summertrip.messaging.cassandra.WriteTime;

/** Learns from graph-service who blocks whom. At a tie the block stands. */
@Singleton
class BlockProjection implements EventHandler {
    private static final String BLOCKED = "user.blocked";

    private final Blocks blocks;
    private final Facts facts;

    BlockProjection(Blocks blocks, Facts facts) {
        this.blocks = blocks;
        this.facts = facts;
    }

    @Override
    public Set<String> types() {
        return Set.of(BLOCKED, "user.unblocked");
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        BlockFact fact = facts.read(event, BlockFact.class);
        boolean blocked = event.type().equals(BLOCKED);
        long writeTime = WriteTime.of(fact.since(event.time()), blocked ? 1 : 0);
        return blocks.set(fact.userId(), fact.blockedId(), blocked, writeTime);
    }
}
