package org.summertrip.users.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date at start, on a worker thread, and keeps trying while PostgreSQL is down: the service starts
 * alone and is ready once the schema is. Flyway's own lock makes it safe for several replicas at once.
 */
@Singleton
public class Migrations {
    private static final Logger LOG = Logger.getLogger(Migrations.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Flyway flyway;
    private final Vertx vertx;
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();

    public Migrations(Flyway flyway, Vertx vertx) {
        this.flyway = flyway;
        this.vertx = vertx;
    }

    /** Whether the schema is what this version of the service needs. */
    public boolean done() {
        return done.get();
    }

    void start(@Observes StartupEvent started) {
        migrate();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped.set(true);
    }

    private void migrate() {
        vertx.<Integer>executeBlocking(() -> flyway.migrate().migrationsExecuted)
                .subscribe()
                .with(this::migrated, this::failed);
    }

    private void migrated(int count) {
        LOG.infof("schema is up to date migrations=%d", count);
        done.set(true);
    }

    private void failed(Throwable failure) {
        LOG.warnf("schema could not be migrated, trying again cause=%s", failure.getMessage());
        if (!stopped.get()) {
            vertx.setTimer(PAUSE.toMillis(), timer -> migrate());
        }
    }
}
