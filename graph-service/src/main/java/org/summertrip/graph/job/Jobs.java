package org.summertrip.graph.job;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.summertrip.graph.job.JobRun.State;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.problem.Outages;

/** Begins jobs, one run of each at a time over all replicas, and notes how they ended. */
@Singleton
class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private final List<Job> jobs;
    private final Neo4j neo4j;
    private final JobGraph graph;
    private final JobConfig config;
    private final Outages outages;
    private final Vertx vertx;
    private final Ids ids;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    Jobs(
            @All List<Job> jobs,
            Neo4j neo4j,
            JobGraph graph,
            JobConfig config,
            Outages outages,
            Vertx vertx,
            Ids ids,
            Clock clock) {
        this.jobs = jobs;
        this.neo4j = neo4j;
        this.graph = graph;
        this.config = config;
        this.outages = outages;
        this.vertx = vertx;
        this.ids = ids;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        running.set(true);
        jobs.forEach(job -> job.every().ifPresent(every -> checkLater(job)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        running.set(false);
    }

    private void checkLater(Job job) {
        vertx.setTimer(config.check().toMillis(), timer -> {
            if (running.get()) {
                begin(job, true).subscribe().with(run -> checkLater(job), failure -> {
                    LOG.debugf("job waits job=%s cause=%s", job.name(), failure);
                    checkLater(job);
                });
            }
        });
    }

    /** Begins a run now, or answers the one that is going on. */
    Uni<JobRun> begin(JobName name) {
        Job job =
                jobs.stream().filter(known -> known.name() == name).findFirst().orElseThrow();
        return begin(job, false).map(Optional::orElseThrow);
    }

    /** Empty when only what is due was wanted and nothing has ever been. */
    private Uni<Optional<JobRun>> begin(Job job, boolean onlyIfDue) {
        UUID id = ids.next();
        Instant now = Moments.now(clock);
        return neo4j.write(transaction -> graph.lock(transaction, job.name())
                        .flatMap(locked -> graph.latest(transaction, job.name()))
                        .flatMap(latest -> goesOn(latest, now) || onlyIfDue && !isDue(job, latest, now)
                                ? Uni.createFrom().item(latest)
                                : graph.begin(transaction, id, job.name(), now).map(Optional::of)))
                .invoke(latest ->
                        latest.filter(run -> run.id().equals(id)).ifPresent(run -> runInBackground(job, run)));
    }

    private boolean goesOn(Optional<JobRun> latest, Instant now) {
        return latest.filter(run -> run.state() == State.RUNNING)
                .filter(run -> run.startedAt().plus(config.patience()).isAfter(now))
                .isPresent();
    }

    /** As often as wanted, and more often for as long as it is cheap. */
    private boolean isDue(Job job, Optional<JobRun> latest, Instant now) {
        return latest.isEmpty()
                || !latest.get()
                        .startedAt()
                        .plus(pause(latest.get(), job.every().orElseThrow()))
                        .isAfter(now);
    }

    private Duration pause(JobRun latest, Duration every) {
        if (latest.finishedAt() == null) {
            return every;
        }
        Duration took = Duration.between(latest.startedAt(), latest.finishedAt());
        Duration affordable = took.multipliedBy(config.share());
        Duration pause = affordable.compareTo(config.check()) < 0 ? config.check() : affordable;
        return pause.compareTo(every) < 0 ? pause : every;
    }

    private void runInBackground(Job job, JobRun run) {
        LOG.infof("job begins job=%s run=%s", job.name(), run.id());
        vertx.getOrCreateContext()
                .runOnContext(() -> Uni.createFrom()
                        .deferred(job::run)
                        .map(figures -> ended(run, State.DONE, figures, null))
                        .onFailure()
                        .recoverWithItem(failure -> failed(run, failure))
                        .flatMap(this::note)
                        .subscribe()
                        .with(
                                noted -> LOG.infof("job ended job=%s run=%s", job.name(), run.id()),
                                lost -> LOG.warnf("job's end was not noted run=%s cause=%s", run.id(), lost)));
    }

    private JobRun failed(JobRun run, Throwable failure) {
        LOG.errorf(failure, "job failed job=%s run=%s", run.job(), run.id());
        String reason = outages.isOutage(failure) ? "the store was down or too slow" : "internal, see the log";
        return ended(run, State.FAILED, Map.of(), reason);
    }

    private JobRun ended(JobRun run, State state, Map<String, Object> figures, String reason) {
        return new JobRun(run.id(), run.job(), state, run.startedAt(), Moments.now(clock), figures, reason);
    }

    private Uni<Void> note(JobRun run) {
        return neo4j.write(transaction -> graph.end(transaction, run, config.memory()));
    }
}
