package org.summertrip.messaging.erasure;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The data of {@code user.erasure-completed}.
 *
 * @param counts how much of what there was; after an interruption, what was left
 */
@RegisterForReflection
record ErasureCompleted(UUID userId, String service, Instant at, Map<String, Long> counts) {}
