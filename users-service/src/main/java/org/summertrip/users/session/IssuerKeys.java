package org.summertrip.users.session;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.util.Optional;
import org.summertrip.kit.identity.RemoteKeys;
import org.summertrip.kit.identity.VerificationKeys;
import org.summertrip.users.user.ExternalIssuer;

/** What tokens are verified with: being the issuer, with its own keys instead of fetching them from itself; else with the issuer's. */
@Singleton
public class IssuerKeys implements VerificationKeys {
    private final SigningKeys own;
    private final RemoteKeys remote;
    private final ExternalIssuer external;

    public IssuerKeys(SigningKeys own, RemoteKeys remote, ExternalIssuer external) {
        this.own = own;
        this.remote = remote;
        this.external = external;
    }

    @Override
    public Uni<Optional<PublicKey>> find(String keyId) {
        return external.isIt() ? remote.find(keyId) : Uni.createFrom().item(own.find(keyId));
    }
}
