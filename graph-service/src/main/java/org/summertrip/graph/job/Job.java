package org.summertrip.graph.job;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One kind of work. A bean per job. */
public interface Job {
    JobName name();

    /** How often it runs by itself, at the least; empty for never. */
    Optional<Duration> every();

    /** Does it; what there is to say of it afterwards, in figures. Must bear being broken off and run again. */
    Uni<Map<String, Object>> run();
}
