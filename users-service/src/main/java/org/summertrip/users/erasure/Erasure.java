package org.summertrip.users.erasure;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the forgetting of somebody has come.
 *
 * @param pending the services that have not said yet that they have forgotten
 */
@RegisterForReflection
@Schema(
        example =
                "{\"requestedAt\":\"2026-06-05T10:00:00.000Z\",\"receipts\":[],\"pending\":[\"files-service\",\"graph-service\","
                        + "\"messaging-service\",\"users-service\"]}")
public record Erasure(Instant requestedAt, List<Receipt> receipts, List<String> pending) {
    /** A service has forgotten, and how much of what. */
    @RegisterForReflection
    @Schema(name = "ErasureReceipt")
    public record Receipt(String service, Instant at, Map<String, Long> counts) {}
}
