package org.summertrip.files.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.summertrip.files.turn.Turns;

/** Bounds how many uploads hold a part in memory at once. Who must wait has not been read from. */
@ApplicationScoped
public class UploadSlots {
    private final Turns turns;

    UploadSlots(Vertx vertx, UploadConfig config) {
        this.turns = new Turns(config.concurrent(), config.patience(), vertx);
    }

    /** Runs it when a slot is free, which it holds to its end. */
    public <T> Uni<T> during(Supplier<Uni<T>> upload) {
        return turns.during(upload);
    }
}
