package org.summertrip.graph.store;

import static org.neo4j.driver.Values.parameters;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.neo4j.driver.Values;

/**
 * Brings the schema up to date at start and keeps trying while Neo4j is down: the service starts alone and is ready once the
 * schema is. Replicas that start at once queue at a lock that is held by an open transaction, so that it ends with its holder;
 * the statements run in transactions of their own beside it. What has been applied is a {@code (:Migration)} node.
 */
@Singleton
class Migrations {
    private static final Logger LOG = Logger.getLogger(Migrations.class);

    /** What the lock and the history themselves need; Neo4j makes each once however many ask. */
    private static final List<String> OWN_SCHEMA = List.of(
            "CREATE CONSTRAINT lock_name IF NOT EXISTS FOR (l:Lock) REQUIRE l.name IS UNIQUE",
            "CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (m:Migration) REQUIRE m.version IS UNIQUE");

    private static final String LOCK = "MERGE (l:Lock {name: 'migrations'}) SET l.taken = true";
    private static final String APPLIED = "MATCH (m:Migration) RETURN m.version AS version, m.checksum AS checksum";
    private static final String REMEMBER = """
            CREATE (:Migration {version: $version, name: $name, checksum: $checksum, appliedAt: $appliedAt})""";

    private final Sessions sessions;
    private final Warmth warmth;
    private final StoreConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final List<Migration> known = Migration.all();
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicReference<String> lastFailure = new AtomicReference<>();

    Migrations(Sessions sessions, Warmth warmth, StoreConfig config, Vertx vertx, Clock clock) {
        this.sessions = sessions;
        this.warmth = warmth;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Whether the schema is what this version of the service needs. */
    boolean done() {
        return done.get();
    }

    void start(@Observes StartupEvent started) {
        migrateAndRepeat();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped.set(true);
    }

    private void migrateAndRepeat() {
        migrate().subscribe().with(this::migrated, this::failed);
    }

    private void migrated(int count) {
        LOG.infof("schema is up to date migrations=%d", count);
        done.set(true);
        warmth.begin();
    }

    private void failed(Throwable failure) {
        if (!stopped.get()) {
            String cause = failure.toString();
            // Told once: repeating it every second of an outage would only hide other news.
            if (!cause.equals(lastFailure.getAndSet(cause))) {
                LOG.warnf("schema could not be migrated, trying again cause=%s", cause);
            }
            vertx.setTimer(config.migrationPause().toMillis(), timer -> migrateAndRepeat());
        }
    }

    /** Applies what is missing; the number of steps applied. */
    Uni<Integer> migrate() {
        return each(OWN_SCHEMA, this::define).flatMap(bootstrapped -> write(this::catchUp));
    }

    private Uni<Integer> catchUp(Transaction lock) {
        return lock.run(LOCK, Values.EmptyMap)
                .flatMap(locked -> lock.list(APPLIED, Values.EmptyMap))
                .map(rows -> missing(rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get("version").asString(),
                                row -> row.get("checksum").asString()))))
                .flatMap(missing -> each(missing, this::apply).replaceWith(missing.size()));
    }

    private List<Migration> missing(Map<String, String> applied) {
        for (Migration step : known) {
            if (!step.checksum().equals(applied.getOrDefault(step.version(), step.checksum()))) {
                throw new IllegalStateException("a migration was edited after it had been applied: " + step.version());
            }
        }
        return known.stream()
                .filter(step -> !applied.containsKey(step.version()))
                .toList();
    }

    private Uni<Void> apply(Migration step) {
        return each(step.statements(), this::define)
                .flatMap(defined -> write(history -> history.run(
                        REMEMBER,
                        parameters(
                                "version", step.version(),
                                "name", step.name(),
                                "checksum", step.checksum(),
                                "appliedAt", Moments.write(Moments.now(clock))))))
                .invoke(() -> LOG.infof("migration applied version=%s name=%s", step.version(), step.name()));
    }

    private Uni<Void> define(String statement) {
        return write(schema -> schema.run(statement, Values.EmptyMap));
    }

    private <T> Uni<T> write(Work<T> work) {
        return sessions.write(work, config.migrationTimeout());
    }

    private static <T> Uni<Void> each(List<T> things, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(things)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
