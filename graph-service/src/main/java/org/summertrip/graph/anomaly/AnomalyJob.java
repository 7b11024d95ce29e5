package org.summertrip.graph.anomaly;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.summertrip.graph.job.Job;
import org.summertrip.graph.job.JobName;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.store.Transaction;
import org.summertrip.kit.id.Ids;

/** Applies the rules to what there is now. */
@Singleton
class AnomalyJob implements Job {
    private final Neo4j neo4j;
    private final AnomalyGraph graph;
    private final AnomalyConfig config;
    private final Ids ids;
    private final Clock clock;

    AnomalyJob(Neo4j neo4j, AnomalyGraph graph, AnomalyConfig config, Ids ids, Clock clock) {
        this.neo4j = neo4j;
        this.graph = graph;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.ANOMALIES;
    }

    @Override
    public Optional<Duration> every() {
        return config.every();
    }

    @Override
    public Uni<Map<String, Object>> run() {
        Instant now = Moments.now(clock);
        return neo4j.read(transaction -> find(transaction, now), config.timeout())
                .flatMap(findings -> neo4j.write(
                                transaction -> graph.replace(transaction, findings, ids::next, now), config.timeout())
                        .replaceWith(Map.of("findings", findings.size())));
    }

    private Uni<List<Finding>> find(Transaction transaction, Instant now) {
        return graph.bursts(transaction, now)
                .flatMap(bursts -> graph.rejected(transaction).map(rejected -> joined(bursts, rejected)))
                .flatMap(found -> graph.newcomers(transaction, now).map(newcomers -> joined(found, rings(newcomers))));
    }

    private List<Finding> rings(Map<String, List<String>> newcomers) {
        return new Rings(newcomers, config.ringOverlap())
                .find(config.ringSize()).stream()
                        .map(ring -> new Finding(Rule.NEW_ACCOUNT_RING, new ArrayList<>(ring), explain(ring.size())))
                        .toList();
    }

    private String explain(int size) {
        return "%d accounts, none older than %d hours, know each other and hardly anybody else; %d or more are suspicious"
                .formatted(size, config.ringAge().toHours(), config.ringSize());
    }

    private static List<Finding> joined(List<Finding> some, List<Finding> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
