package org.summertrip.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Whose tokens are accepted. */
@ConfigMapping(prefix = "summer-trip.identity")
public interface IdentityConfig {
    /** The {@code iss} that tokens must carry. */
    @WithDefault("https://summer-trip.local")
    String issuer();

    /** One of the {@code aud} that tokens must carry. */
    @WithDefault("summer-trip")
    String audience();

    /** Where the issuer publishes its keys (RFC 7517). */
    URI jwksUrl();

    /** How often keys are fetched again, so that a withdrawn key stops working. */
    @WithDefault("5m")
    Duration refresh();

    /** How long the keys fetched last are still believed while their issuer cannot be reached; then 503. */
    @WithDefault("24h")
    Duration maxStale();

    /** How long a fetch of the keys may take. */
    @WithDefault("2s")
    Duration timeout();

    /** How far the clocks of issuer and service may be apart. */
    @WithDefault("5s")
    Duration clockSkew();
}
