package org.summertrip.gateway.socket;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How sockets are kept. */
@ConfigMapping(prefix = "gateway.socket")
public interface SocketConfig {
    /** How often a client has to say something; one that was silent for one and a half times as long is closed with 4408. */
    @WithDefault("30s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 2)
    Duration heartbeat();

    /** How long a new socket may take to say whose it is; then 4401. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration identifyWithin();

    /** How long after its loss a session can be resumed. */
    @WithDefault("10m")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 24)
    Duration resumeWithin();

    /** How many events are under way to one client at once; the rest stays in Redis until it has taken them. */
    @WithDefault("128")
    @Min(1) @Max(1000) int page();

    /** A client that takes longer for what is under way is closed with 4409. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 2)
    Duration slowAfter();

    /** Larger frames of a client close its socket with 4413. */
    @WithDefault("16K")
    MemorySize frameLimit();

    /** How many frames a client may send in a second, lastingly; five times as many at once, then 4429. */
    @WithDefault("20")
    @Min(1) @Max(10_000) int framesPerSecond();

    /** How long after the last socket of a person is gone the others are told: most come back at once. */
    @WithDefault("5s")
    @DurationMin(millis = 0)
    @DurationMax(minutes = 5)
    Duration offlineAfter();

    /** How long the participants of a conversation and the audience of a person are remembered. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 10)
    Duration audienceFor();

    /** How long a gateway may give no sign before the others close its sessions. */
    @WithDefault("10s")
    @DurationMin(millis = 300)
    @DurationMax(minutes = 5)
    Duration deadAfter();

    /** The name of this replica: different for each, and better not stable, so that a new one never inherits an old one's sockets. */
    @WithDefault("${HOSTNAME:local}-${quarkus.http.port:0}-${quarkus.uuid}")
    String replica();
}
