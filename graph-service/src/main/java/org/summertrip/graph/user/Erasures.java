package org.summertrip.graph.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.summertrip.graph.outbox.Facts;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.store.StoreConfig;
import org.summertrip.kit.event.OutboxRelay;

/** Erases a person and gives users-service the receipt, in one transaction: there is no erasure without and no receipt before. */
@Singleton
class Erasures {
    private static final String SERVICE = "graph-service";

    private final Neo4j neo4j;
    private final UserGraph users;
    private final Facts facts;
    private final OutboxRelay relay;
    private final Clock clock;
    private final Duration timeout;

    Erasures(Neo4j neo4j, UserGraph users, Facts facts, OutboxRelay relay, Clock clock, StoreConfig config) {
        this.neo4j = neo4j;
        this.users = users;
        this.facts = facts;
        this.relay = relay;
        this.clock = clock;
        this.timeout = config.erasureTimeout();
    }

    /** May be repeated: the same receipt is given again, for the case that the first was lost. */
    Uni<Void> erase(UUID id) {
        return neo4j.write(
                        transaction -> users.erase(transaction, id, Moments.now(clock))
                                .flatMap(remains -> facts.store(
                                        transaction,
                                        "user.erasure-completed",
                                        id,
                                        remains.at(),
                                        new Receipt(id, SERVICE, remains.at(), remains.counts()))),
                        timeout)
                .invoke(relay::wake);
    }

    /** Data of {@code user.erasure-completed}. */
    @RegisterForReflection
    record Receipt(UUID userId, String service, Instant at, Map<String, Long> counts) {}
}
