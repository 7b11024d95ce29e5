package org.summertrip.files.replay;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a replay came to.
 *
 * @param events lines that were read
 * @param applied of these, what somebody here wanted to know
 */
@RegisterForReflection
record Replayed(long events, long applied) {}
