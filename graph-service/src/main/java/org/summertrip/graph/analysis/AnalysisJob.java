package org.summertrip.graph.analysis;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.summertrip.graph.job.Job;
import org.summertrip.graph.job.JobName;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.kit.id.Ids;

/** Reads all, computes on a thread of its own, writes people in batches and at last the communities. */
@Singleton
class AnalysisJob implements Job {
    private final Neo4j neo4j;
    private final AnalysisGraph graph;
    private final AnalysisConfig config;
    private final Ids ids;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(AnalysisJob::thread);

    AnalysisJob(Neo4j neo4j, AnalysisGraph graph, AnalysisConfig config, Ids ids, Clock clock) {
        this.neo4j = neo4j;
        this.graph = graph;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "analysis");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.shutdownNow();
    }

    @Override
    public JobName name() {
        return JobName.ANALYSIS;
    }

    @Override
    public Optional<Duration> every() {
        return config.every();
    }

    @Override
    public Uni<Map<String, Object>> run() {
        Instant begun = clock.instant();
        return read().emitOn(worker).flatMap(people -> {
            Instant read = clock.instant();
            Insight insight =
                    Insight.of(people.numbered(), config, () -> ids.next().toString());
            Instant computed = clock.instant();
            return write(people, insight, Moments.now(clock))
                    .replaceWith(() -> figures(people, insight, List.of(begun, read, computed, clock.instant())));
        });
    }

    private Uni<Population> read() {
        Population people = new Population();
        return Multi.createBy()
                .repeating()
                .uni(() -> readPage(people))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWith(people);
    }

    /** Rows are taken in after their transaction, which may be tried more than once. */
    private Uni<Boolean> readPage(Population people) {
        String after = people.lastId();
        return neo4j.read(transaction -> graph.readPage(transaction, after), config.timeout())
                .map(page -> graph.take(people, page));
    }

    private Uni<Void> write(Population people, Insight insight, Instant at) {
        return Multi.createFrom()
                .iterable(batches(people))
                .onItem()
                .transformToUniAndConcatenate(batch -> neo4j.write(
                        transaction -> graph.write(transaction, people, insight, batch, at), config.timeout()))
                .collect()
                .asList()
                .flatMap(written -> neo4j.write(
                        transaction -> graph.replaceCommunities(transaction, people, insight.communities(), at),
                        config.timeout()));
    }

    private List<List<Integer>> batches(Population people) {
        List<Integer> sorted = IntStream.range(0, people.size())
                .boxed()
                .sorted(Comparator.comparing(people::id))
                .toList();
        return IntStream.iterate(0, from -> from < sorted.size(), from -> from + config.batch())
                .mapToObj(from -> sorted.subList(from, Math.min(from + config.batch(), sorted.size())))
                .toList();
    }

    /** What it did, and how long reading, computing and writing took. */
    private static Map<String, Object> figures(Population people, Insight insight, List<Instant> times) {
        return Map.of(
                "users", people.size(),
                "friendships", people.friendships().size(),
                "follows", people.follows().size(),
                "communities", insight.communities().size(),
                "modularity", Math.round(insight.modularity() * 1000) / 1000.0,
                "rounds", insight.rounds(),
                "readMillis", Duration.between(times.get(0), times.get(1)).toMillis(),
                "computeMillis", Duration.between(times.get(1), times.get(2)).toMillis(),
                "writeMillis", Duration.between(times.get(2), times.get(3)).toMillis());
    }
}
