package org.summertrip.messaging.session;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A socket was opened or closed.
 *
 * @param type START or END
 * @param reason of the end, otherwise null
 */
@RegisterForReflection
public record SessionEvent(UUID userId, UUID sessionId, String type, Instant at, String gateway, String reason) {}
