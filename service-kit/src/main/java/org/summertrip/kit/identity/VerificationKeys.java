package org.summertrip.kit.identity;

import io.smallrye.mutiny.Uni;
import java.security.PublicKey;
import java.util.Optional;

/** The public keys of the issuer. users-service, the issuer, has its own; everybody else fetches them. */
public interface VerificationKeys {
    /**
     * The key of this id, empty if the issuer has none such.
     *
     * <p>Fails with a 503 problem when the keys are neither known nor to be had.
     */
    Uni<Optional<PublicKey>> find(String keyId);
}
