package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.export.Exportable;

/** Of what somebody does not want to be told. */
@Singleton
class MuteExport implements Exportable {
    private final Mutes mutes;

    MuteExport(Mutes mutes) {
        this.mutes = mutes;
    }

    @Override
    public String what() {
        return "mutedTypes";
    }

    @Override
    public Multi<MutedType> of(UUID userId) {
        return mutes.of(userId)
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all));
    }
}
