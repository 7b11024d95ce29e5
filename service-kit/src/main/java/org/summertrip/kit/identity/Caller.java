package org.summertrip.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The verified caller of the current request. Only for endpoints that demand a token. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    public Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The account: the token's {@code sub}. */
    public UUID id() {
        return identity.<VerifiedToken>getAttribute(VerifiedToken.ATTRIBUTE).subject();
    }

    /** The sign-in that the token came from, or null for tokens that did not come from one. */
    public UUID sessionId() {
        return identity.<VerifiedToken>getAttribute(VerifiedToken.ATTRIBUTE).sessionId();
    }

    public boolean isAdmin() {
        return identity.hasRole(Roles.ADMIN);
    }

    /** Whether a thing of this owner is the caller's own. */
    public boolean is(UUID userId) {
        return id().equals(userId);
    }
}
