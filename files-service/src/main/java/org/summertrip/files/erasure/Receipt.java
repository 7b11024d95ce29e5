package org.summertrip.files.erasure;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What {@code user.erasure-completed} tells. */
@RegisterForReflection
record Receipt(UUID userId, String service, Instant at, Map<String, Long> counts) {}
