package org.summertrip.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How events are published and consumed. */
@ConfigMapping(prefix = "summer-trip.events")
public interface EventConfig {
    /** Whether this replica publishes its outbox. Off only to hold events back, for instance in a test of that very thing. */
    @WithDefault("true")
    boolean relay();

    /** How long the relay rests when the outbox was empty. */
    @WithDefault("200ms")
    Duration relayInterval();

    /** How many events are published at once. */
    @WithDefault("200")
    int relayBatch();

    /** The streams that this service reads. */
    Optional<Set<String>> streams();

    /** The name of this replica within its consumer group: stable across restarts, different for each replica. */
    @WithDefault("${HOSTNAME:local}-${quarkus.http.port:0}")
    String consumer();

    /** How many events are read at once. */
    @WithDefault("64")
    int readBatch();

    /** How long a read waits for news. */
    @WithDefault("1s")
    Duration readWait();

    /** How often a failing event is tried before it goes to the dead stream. */
    @WithDefault("5")
    int tries();

    /** The pause after a failed try; doubled each time. */
    @WithDefault("100ms")
    Duration retryPause();

    /** An event that another replica has held unacknowledged for so long is taken over. */
    @WithDefault("30s")
    Duration reclaimAfter();

    /** Entries are kept at least so long, and always until every group has them behind it. */
    @WithDefault("7d")
    Duration retention();
}
