package org.summertrip.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.summertrip.gateway.Network;

/**
 * How often one may ask. A quota is an amount per window, {@code 1000/5s}: all of it may come at once, and it grows back evenly. The
 * defaults suit one machine and its load tests; the Kubernetes manifests of the build tighten them.
 */
@ConfigMapping(prefix = "gateway.limits")
public interface LimitConfig {
    /** Whether anything is limited. Off only to measure what limiting costs: then there are no headers either. */
    @WithDefault("true")
    boolean enabled();

    /** Addresses or networks that no limit per address applies to: monitoring, load tests, loopback in the local run. */
    Optional<List<Network>> exemptNetworks();

    /** How long the count may take; then the request is admitted uncounted. */
    @WithDefault("250ms")
    @DurationMin(millis = 5)
    @DurationMax(seconds = 5)
    Duration timeout();

    /** After the count could not be had, it is not asked for again for so long, so that a dead Redis slows nobody down. */
    @WithDefault("1s")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration pause();

    /**
     * A gateway may take as much in advance from a bucket as grows back within this time, and has it for so long. Spares it a call to
     * Redis for the requests that follow; 0 to count each by itself.
     */
    @WithDefault("100ms")
    @DurationMin
    @DurationMax(seconds = 1)
    Duration advance();

    /** Requests of one address, whoever asks. */
    @WithDefault("6000/10s")
    Quota address();

    /** Sign-ins, refreshes and service tokens from one address. */
    @WithDefault("60/m")
    Quota signIn();

    /** New accounts from one address. */
    @WithDefault("60/h")
    Quota signUp();

    /** Requests of one person. */
    @WithDefault("1000/5s")
    Quota user();

    /** Requests of one service or other machine client: a token with the role {@code service}. */
    @WithDefault("10000/5s")
    Quota service();

    /** What one person reads. */
    @WithDefault("1000/5s")
    Quota read();

    /** What one person looks for: people, groups, and everything that the graph has to be searched for. */
    @WithDefault("1000/5s")
    Quota search();

    /** What one person sends that others are told of: messages, conversations, notifications, friend requests, invites. */
    @WithDefault("1000/5s")
    Quota send();

    /** Bytes that one person uploads. */
    @WithDefault("10G/h")
    Quota upload();
}
