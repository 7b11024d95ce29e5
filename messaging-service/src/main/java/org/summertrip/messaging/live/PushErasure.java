package org.summertrip.messaging.live;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.erasure.Erasable;

/** Removes the stream that somebody's sockets resumed from. Last: until then, something might still be pushed. */
@Singleton
@Priority(10)
class PushErasure implements Erasable {
    private final PushStreams streams;

    PushErasure(PushStreams streams) {
        this.streams = streams;
    }

    @Override
    public String what() {
        return "pushStreams";
    }

    @Override
    public Uni<Long> erase(UUID userId) {
        return streams.forget(userId).replaceWith(1L);
    }
}
