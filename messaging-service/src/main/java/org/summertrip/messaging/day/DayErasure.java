package org.summertrip.messaging.day;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.erasure.Erasable;

/** Forgets on which days there was something of somebody. */
@Singleton
@Priority(35)
class DayErasure implements Erasable {
    private final Days days;

    DayErasure(Days days) {
        this.days = days;
    }

    @Override
    public String what() {
        return "days";
    }

    @Override
    public Uni<Long> erase(UUID userId) {
        return days.forget(userId).replaceWith(0L);
    }
}
