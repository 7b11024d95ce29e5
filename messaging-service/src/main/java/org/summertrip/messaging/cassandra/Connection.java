package org.summertrip.messaging.cassandra;

import com.datastax.oss.quarkus.runtime.api.session.QuarkusCqlSession;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Connects and migrates in the background, however long that takes, so that the service starts without its store. Once there,
 * the driver reconnects by itself; nothing is ever restarted.
 */
@Singleton
class Connection {
    private static final Logger LOG = Logger.getLogger(Connection.class);

    private final Instance<CompletionStage<QuarkusCqlSession>> sessions;
    private final Migrator migrator;
    private final CassandraConfig config;
    private final Vertx vertx;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicReference<PreparedCql> usable = new AtomicReference<>();

    Connection(
            Instance<CompletionStage<QuarkusCqlSession>> sessions,
            Migrator migrator,
            CassandraConfig config,
            Vertx vertx) {
        this.sessions = sessions;
        this.migrator = migrator;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        running.set(true);
        attempt();
    }

    void stop(@Observes ShutdownEvent stopping) {
        running.set(false);
    }

    /** The migrated store; fails at once when there is none. */
    Uni<PreparedCql> ready() {
        return Uni.createFrom().item(usable::get).onItem().ifNull().failWith(NotConnectedException::new);
    }

    private void attempt() {
        session()
                .map(session -> new PreparedCql(session, config.keyspace()))
                .call(migrator::migrate)
                .subscribe()
                .with(this::connected, this::later);
    }

    /** Making a session reads configuration and looks names up, which blocks; waiting for the first node does not. */
    private Uni<QuarkusCqlSession> session() {
        return Uni.createFrom()
                .completionStage(sessions::get)
                .onFailure()
                .invoke(failure -> sessions.getHandle().destroy())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private void connected(PreparedCql cql) {
        usable.set(cql);
        LOG.infof("store connected and migrated keyspace=%s", config.keyspace());
    }

    private void later(Throwable failure) {
        if (running.get()) {
            LOG.warnf("store not usable yet, trying again cause=%s", failure);
            vertx.setTimer(config.retryPause().toMillis(), timer -> attempt());
        }
    }
}
