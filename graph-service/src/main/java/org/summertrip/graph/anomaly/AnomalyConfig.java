package org.summertrip.graph.anomaly;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** The rules. */
@ConfigMapping(prefix = "graph.anomalies")
public interface AnomalyConfig {
    /** How often they are applied, at the least; empty for only when an admin asks. */
    @WithDefault("1m")
    Optional<Duration> every();

    /** How long applying them may take. */
    @WithDefault("30s")
    Duration timeout();

    /** A burst is this many requests within {@code graph.limits.burst-window} ... */
    @WithDefault("30")
    @Min(1) int burstRequests();

    /** ... not longer ago than this. */
    @WithDefault("7d")
    Duration burstAge();

    /** Too many rejections are this share of the answers to somebody's requests ... */
    @WithDefault("0.7")
    @DecimalMin("0") @DecimalMax("1") double rejectRate();

    /** ... once there have been this many answers. */
    @WithDefault("10")
    @Min(1) int rejectAnswers();

    /** A ring is this many accounts or more ... */
    @WithDefault("4")
    @Min(3) int ringSize();

    /** ... each younger than this ... */
    @WithDefault("72h")
    Duration ringAge();

    /** ... that know the same people: of all whom two of them know, they have this share in common, themselves included. */
    @WithDefault("0.75")
    @DecimalMin("0.5") @DecimalMax("1") double ringOverlap();

    /** How many new accounts are looked at for rings, the newest ones. */
    @WithDefault("5000")
    @Min(1) int ringCandidates();

    /** An account with more friends than this is left out when rings are looked for. */
    @WithDefault("200")
    @Min(3) int ringFriends();
}
