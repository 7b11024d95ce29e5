package org.summertrip.users;

import io.quarkus.redis.datasource.RedisDataSource;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.testing.EventStreams;

/** What the other services have been told, waited for. */
public final class Told {
    private final EventStreams streams;

    public Told(RedisDataSource redis) {
        this.streams = new EventStreams(redis);
    }

    /** All events about a subject, once there are so many. */
    public List<CloudEvent> about(String subject, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                // Events take milliseconds.
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> about(subject), events -> events.size() >= count);
    }

    /** The types of the events about a subject, once there are so many. */
    public List<String> types(String subject, int count) {
        return about(subject, count).stream().map(CloudEvent::type).toList();
    }

    private List<CloudEvent> about(String subject) {
        return streams.read("events.users").stream()
                .filter(event -> event.subject().equals(subject))
                .toList();
    }
}
