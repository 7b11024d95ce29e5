package org.summertrip.users.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How people sign in. */
@ConfigMapping(prefix = "users")
public interface SessionConfig {
    /**
     * The keys that access tokens are signed with: a JWK set (RFC 7517) of EC P-256 keys with their private parts, a {@code kid}
     * each. The first one signs, all are published: to rotate, put a new one in front and drop the old one after {@link
     * #accessTokenLifetime}.
     */
    String signingKeys();

    /** How long an access token is good for. */
    @WithDefault("15m")
    Duration accessTokenLifetime();

    /** How long a session lasts without being refreshed. */
    @WithDefault("30d")
    Duration sessionLifetime();

    /** How many failed logins an account bears within {@link #failureWindow}; then 429. */
    @WithDefault("5")
    int failures();

    /** How long failed logins count. */
    @WithDefault("15m")
    Duration failureWindow();

    /** Who runs the product: these e-mail addresses sign in with the role {@code admin}. */
    Optional<Set<String>> adminEmails();
}
