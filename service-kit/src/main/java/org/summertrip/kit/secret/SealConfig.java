package org.summertrip.kit.secret;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;

/** What the services sign cursors and fingerprints with. */
@ConfigMapping(prefix = "summer-trip")
public interface SealConfig {
    /**
     * A secret of at least 32 characters, the same for all replicas of a service. Changing it makes the cursors that clients
     * hold invalid (400; they start again at the first page) and forgets the Idempotency-Keys of the last day.
     */
    @Size(min = 32, message = "summer-trip.secret must have at least 32 characters") String secret();
}
