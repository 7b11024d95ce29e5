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
     * each. The first one signs, all are published and good. To rotate without a refusal: put the new key at the end and roll that
     * out, then in front and roll that out, then drop the old one after {@link #accessTokenLifetime}.
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

    /** How many failed logins an address bears within {@link #failureWindow}, over all accounts; then 429. Of IPv6 one /64 is one. */
    @WithDefault("50")
    int failuresPerAddress();

    /**
     * The addresses and networks ({@code 10.42.0.0/16}) that bear any number: whatever many people come from. Loopback by
     * default: on one machine everybody does.
     */
    @WithDefault("127.0.0.0/8,::1")
    Optional<Set<String>> exemptNetworks();

    /**
     * Whose {@code X-Forwarded-For} is believed: where the gateway is. An address that is not in here is the client. Private
     * networks by default, because the service is not to be reached from anywhere else.
     */
    @WithDefault("127.0.0.0/8,::1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7")
    Optional<Set<String>> trustedProxies();

    /** How many sessions an account may have; one more ends the oldest. */
    @WithDefault("50")
    int sessionsPerAccount();

    /** The programs that may act as a service, {@code id:secret} each; secrets have at least 32 characters. */
    Optional<Set<String>> serviceClients();

    /** Who runs the product: these e-mail addresses sign in with the role {@code admin}. */
    Optional<Set<String>> adminEmails();
}
