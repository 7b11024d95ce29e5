package org.summertrip.messaging.block;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.export.Exportable;

/** Whom somebody has blocked; never by whom they are blocked. */
@Singleton
class BlockExport implements Exportable {
    private final Blocks blocks;

    BlockExport(Blocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public String what() {
        return "blockedUserIds";
    }

    @Override
    public Multi<UUID> of(UUID userId) {
        return blocks.of(userId)
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all));
    }
}
