package org.summertrip.graph.replay;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What became of the lines.
 *
 * @param applied events that were taken in, whether or not they were news
 * @param ignored events of types that nobody here wants
 * @param rejected lines that are no events, or events that say too little
 */
@RegisterForReflection
public record ReplayCounts(long applied, long ignored, long rejected) {
    static final ReplayCounts NONE = new ReplayCounts(0, 0, 0);

    static final ReplayCounts APPLIED = new ReplayCounts(1, 0, 0);
    static final ReplayCounts IGNORED = new ReplayCounts(0, 1, 0);
    static final ReplayCounts REJECTED = new ReplayCounts(0, 0, 1);

    ReplayCounts plus(ReplayCounts other) {
        return new ReplayCounts(applied + other.applied, ignored + other.ignored, rejected + other.rejected);
    }
}
