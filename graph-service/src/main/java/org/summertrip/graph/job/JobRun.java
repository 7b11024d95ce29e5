package org.summertrip.graph.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One run of a job.
 *
 * @param finishedAt null while it runs
 * @param figures what it did, in numbers; empty until it is done
 * @param reason why it failed, or null
 */
@RegisterForReflection
public record JobRun(
        UUID id,
        JobName job,
        State state,
        Instant startedAt,
        Instant finishedAt,
        Map<String, Object> figures,
        String reason) {
    /** How far it is. */
    @RegisterForReflection
    public enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("failed")
        FAILED
    }
}
