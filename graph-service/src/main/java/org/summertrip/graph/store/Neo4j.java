package org.summertrip.graph.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/** The graph database. Fails at once for as long as its schema is not what this version of the service needs. */
@Singleton
public class Neo4j {
    private final Sessions sessions;
    private final Migrations migrations;
    private final Duration timeout;

    Neo4j(Sessions sessions, Migrations migrations, StoreConfig config) {
        this.sessions = sessions;
        this.migrations = migrations;
        this.timeout = config.timeout();
    }

    public <T> Uni<T> read(Work<T> work) {
        return read(work, timeout);
    }

    /** For work that takes longer than a request may. */
    public <T> Uni<T> read(Work<T> work, Duration limit) {
        return whenMigrated(() -> sessions.read(work, limit));
    }

    public <T> Uni<T> write(Work<T> work) {
        return write(work, timeout);
    }

    /** For work that takes longer than a request may. */
    public <T> Uni<T> write(Work<T> work, Duration limit) {
        return whenMigrated(() -> sessions.write(work, limit));
    }

    private <T> Uni<T> whenMigrated(Supplier<Uni<T>> action) {
        return migrations.done() ? action.get() : Uni.createFrom().failure(new SchemaPendingException());
    }
}
