package org.summertrip.messaging.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.summertrip.kit.id.Ids;

/**
 * Applies what the history does not hold yet. However many replicas start at once: one takes the lease and migrates, the others
 * wait until nothing is missing. The tables that this itself needs have fixed ids, because two nodes that create the same table
 * at once would otherwise make two.
 */
@Singleton
class Migrator {
    private static final Logger LOG = Logger.getLogger(Migrator.class);
    private static final String SERVICE = "messaging-service";
    private static final Duration WAIT = Duration.ofMillis(250);

    private static final String KEYSPACE = "CREATE KEYSPACE IF NOT EXISTS %s WITH replication = %s";
    private static final Map<String, String> OWN_TABLES = Map.of(
            "leases",
            "CREATE TABLE IF NOT EXISTS leases (name text PRIMARY KEY, holder text) WITH id = %s",
            "schema_history",
            """
            CREATE TABLE IF NOT EXISTS schema_history (
                service text, version int, name text, checksum text, applied_at timestamp,
                PRIMARY KEY ((service), version)
            ) WITH id = %s""");

    private static final Query HISTORY =
            Query.of("SELECT version, checksum FROM schema_history WHERE service = '" + SERVICE + "'");
    private static final Query REMEMBER =
            Query.of("INSERT INTO schema_history (service, version, name, checksum, applied_at) VALUES ('" + SERVICE
                    + "', ?, ?, ?, ?)");

    private final CassandraConfig config;
    private final Clock clock;
    private final List<Migration> migrations = Migration.all();
    private final UUID replica;

    Migrator(CassandraConfig config, Clock clock, Ids ids) {
        this.config = config;
        this.clock = clock;
        this.replica = ids.next();
    }

    /**
     * Defines what is missing. Until it is done the driver does not follow the schema: after each definition it would read the
     * schema anew over its control connection, and a reading that fails because the node died is never ended, so that every
     * later definition of the session would wait behind it (MetadataManager of the driver 4.19). Agreement is asked for here.
     * After a failure it stays so until the next attempt has succeeded.
     */
    Uni<Void> migrate(PreparedCql cql) {
        String keyspace =
                KEYSPACE.formatted(config.keyspace(), config.replication().cql());
        cql.session().setSchemaMetadataEnabled(false);
        return define(cql, SimpleStatement.newInstance(keyspace))
                .flatMap(created -> InOrder.each(OWN_TABLES.keySet(), table -> define(cql, ownTable(table))))
                .flatMap(bootstrapped -> catchUp(cql))
                .invoke(() -> cql.session().setSchemaMetadataEnabled(null));
    }

    private Uni<Void> catchUp(PreparedCql cql) {
        Lease lease = new Lease(cql, "migration of " + SERVICE, replica.toString(), config.migrationLease());
        return missing(cql)
                .flatMap(missing -> missing.isEmpty() ? Uni.createFrom().item(true) : underLease(cql, lease))
                .flatMap(done -> done ? Uni.createFrom().voidItem() : waitAndCatchUp(cql));
    }

    private Uni<Void> waitAndCatchUp(PreparedCql cql) {
        return Uni.createFrom().item(cql).onItem().delayIt().by(WAIT).flatMap(this::catchUp);
    }

    private Uni<Boolean> underLease(PreparedCql cql, Lease lease) {
        return lease.acquire().flatMap(ours -> {
            if (!ours) {
                return Uni.createFrom().item(false);
            }
            return missing(cql)
                    .flatMap(missing -> InOrder.each(missing, migration -> apply(cql, lease, migration)))
                    .eventually(lease::release)
                    .replaceWith(true);
        });
    }

    private Uni<List<Migration>> missing(PreparedCql cql) {
        return cql.execute(HISTORY).map(rows -> {
            Map<Integer, String> applied = new HashMap<>();
            for (Row row : rows.currentPage()) {
                applied.put(row.getInt("version"), row.getString("checksum"));
            }
            refuseChanged(applied);
            return migrations.stream()
                    .filter(migration -> !applied.containsKey(migration.version()))
                    .toList();
        });
    }

    private void refuseChanged(Map<Integer, String> applied) {
        String changed = migrations.stream()
                .filter(migration ->
                        !migration.checksum().equals(applied.getOrDefault(migration.version(), migration.checksum())))
                .map(Migration::name)
                .collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            throw new IllegalStateException("applied migrations were changed afterwards: " + changed);
        }
    }

    private Uni<Void> apply(PreparedCql cql, Lease lease, Migration migration) {
        return InOrder.each(
                        migration.statements(),
                        statement -> lease.renew().flatMap(ours -> {
                            if (!ours) {
                                throw new IllegalStateException("the lease was lost while migrating");
                            }
                            return define(cql, inKeyspace(statement));
                        }))
                .flatMap(defined ->
                        cql.run(REMEMBER, migration.version(), migration.name(), migration.checksum(), clock.instant()))
                .invoke(() ->
                        LOG.infof("migration applied version=%03d name=%s", migration.version(), migration.name()));
    }

    private SimpleStatement ownTable(String name) {
        UUID id = UUID.nameUUIDFromBytes((config.keyspace() + "." + name).getBytes(StandardCharsets.UTF_8));
        return inKeyspace(OWN_TABLES.get(name).formatted(id));
    }

    private SimpleStatement inKeyspace(String definition) {
        return SimpleStatement.newInstance(definition).setKeyspace(config.keyspace());
    }

    private Uni<Void> define(PreparedCql cql, SimpleStatement definition) {
        SimpleStatement patient =
                definition.setTimeout(config.migrationTimeout()).setIdempotent(true);
        return Uni.createFrom()
                .completionStage(() -> cql.session().executeAsync(patient))
                .flatMap(defined -> agreement(cql));
    }

    /** The driver also says no while its control connection is away, so one no is not the last word. */
    private Uni<Void> agreement(PreparedCql cql) {
        return Uni.createFrom()
                .completionStage(() -> cql.session().checkSchemaAgreementAsync())
                .invoke(agreed -> {
                    if (!agreed) {
                        throw new IllegalStateException("the nodes do not agree on the schema yet");
                    }
                })
                .onFailure(IllegalStateException.class)
                .retry()
                .withBackOff(WAIT, WAIT)
                .expireIn(config.migrationTimeout().toMillis())
                .replaceWithVoid();
    }
}
