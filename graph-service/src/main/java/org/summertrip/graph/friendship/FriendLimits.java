package org.summertrip.graph.friendship;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

/** How far one may go in making friends. Raise them for load tests and for sample data, whose accounts are all new. */
@ConfigMapping(prefix = "graph.limits")
public interface FriendLimits {
    /** How many of one's requests may wait for an answer. */
    @WithDefault("500")
    int requests();

    /** The same for an account that is new: bulk requests come from accounts made for it. */
    @WithDefault("50")
    int newcomerRequests();

    /** How long an account is new. */
    @WithDefault("72h")
    Duration newcomerAge();

    /** How many friends one may have. */
    @WithDefault("5000")
    int friends();

    /** Requests within this time of each other are one burst; how big one may be is a rule for anomalies. */
    @WithDefault("10m")
    Duration burstWindow();

    /** How long the biggest burst of somebody is remembered. */
    @WithDefault("7d")
    Duration burstMemory();

    /** What applies to an account of this age; one whose sign-up has not been heard of yet is new. */
    default int requestsOf(Instant joinedAt, Instant now) {
        boolean established = joinedAt != null && joinedAt.plus(newcomerAge()).isBefore(now);
        return established ? requests() : Math.min(requests(), newcomerRequests());
    }
}
