package org.summertrip.graph.job;

import static org.neo4j.driver.Values.parameters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neo4j.driver.Value;
import org.summertrip.graph.job.JobRun.State;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Transaction;

/** Every query about (:JobRun). A lock node per job makes replicas that want to begin come one after the other. */
@Singleton
class JobGraph {
    private static final String LOCK = "MERGE (l:Lock {name: $lock}) SET l.taken = true";

    private static final String LATEST = """
            MATCH (r:JobRun {job: $job})
            RETURN r AS run
            ORDER BY r.id DESC
            LIMIT 1""";

    private static final String BEGIN = """
            CREATE (r:JobRun {id: $id, job: $job, state: 'RUNNING', startedAt: $at})
            RETURN r AS run""";

    private static final String END = """
            MATCH (r:JobRun {id: $id})
            SET r.state = $state, r.finishedAt = $at, r.figures = $figures, r.reason = $reason""";

    private static final String FORGET = """
            MATCH (r:JobRun)
            WITH r ORDER BY r.id DESC
            SKIP $memory
            DELETE r""";

    private static final String LIST = """
            MATCH (r:JobRun)
            WHERE $before IS NULL OR r.id < $before
            RETURN r AS run
            ORDER BY r.id DESC
            LIMIT $limit""";

    private static final String FIND = "MATCH (r:JobRun {id: $id}) RETURN r AS run";

    private final ObjectMapper mapper;

    JobGraph(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Until the transaction ends, nobody else begins this job. */
    Uni<Void> lock(Transaction transaction, JobName job) {
        return transaction.run(LOCK, parameters("lock", "job-" + job));
    }

    Uni<Optional<JobRun>> latest(Transaction transaction, JobName job) {
        return transaction
                .first(LATEST, parameters("job", job.toString()))
                .map(found -> found.map(row -> run(row.get("run"))));
    }

    Uni<JobRun> begin(Transaction transaction, UUID id, JobName job, Instant at) {
        return transaction
                .first(BEGIN, parameters("id", id.toString(), "job", job.toString(), "at", Moments.write(at)))
                .map(row -> run(row.orElseThrow().get("run")));
    }

    /** Also forgets runs that nobody will ask for any more. */
    Uni<Void> end(Transaction transaction, JobRun run, int memory) {
        return transaction
                .run(
                        END,
                        parameters(
                                "id", run.id().toString(),
                                "state", run.state().name(),
                                "at", Moments.write(run.finishedAt()),
                                "figures", write(run.figures()),
                                "reason", run.reason()))
                .flatMap(ended -> transaction.run(FORGET, parameters("memory", memory)));
    }

    /** Newest first, those before an id; null for the beginning. */
    Uni<List<JobRun>> list(Transaction transaction, String before, int limit) {
        return transaction
                .list(LIST, parameters("before", before, "limit", limit))
                .map(rows -> rows.stream().map(row -> run(row.get("run"))).toList());
    }

    Uni<Optional<JobRun>> find(Transaction transaction, UUID id) {
        return transaction
                .first(FIND, parameters("id", id.toString()))
                .map(found -> found.map(row -> run(row.get("run"))));
    }

    private JobRun run(Value node) {
        return new JobRun(
                UUID.fromString(node.get("id").asString()),
                JobName.of(node.get("job").asString()),
                State.valueOf(node.get("state").asString()),
                Moments.read(node.get("startedAt")),
                Moments.read(node.get("finishedAt")),
                read(node.get("figures").asString("{}")),
                node.get("reason").asString(null));
    }

    private String write(Map<String, Object> figures) {
        try {
            return mapper.writeValueAsString(figures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("numbers can be written", impossible);
        }
    }

    private Map<String, Object> read(String figures) {
        try {
            return mapper.readValue(figures, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("only this class writes them", impossible);
        }
    }
}
