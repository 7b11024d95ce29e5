package org.summertrip.users.user;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where accounts come from. */
@ConfigMapping(prefix = "users")
public interface UserConfig {
    /**
     * Whether an OpenID Connect provider signs people in instead of this service. Then {@code summer-trip.identity.issuer},
     * {@code .audience} and {@code .jwks-url} name it, in every service; its tokens need a UUID as {@code sub}. Accounts appear
     * when their owner first asks for {@code GET /users/me}, from the claims {@code email}, {@code given_name} and {@code
     * family_name}; signing up, logging in and changing passwords is 403 here.
     */
    @WithDefault("false")
    boolean externalIssuer();
}
