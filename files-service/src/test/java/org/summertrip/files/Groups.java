package org.summertrip.files;

import io.quarkus.redis.datasource.RedisDataSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.summertrip.kit.testing.EventStreams;

/** Plays users-service for one group. */
public final class Groups {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final UUID id = UUID.randomUUID();
    private final EventStreams streams;

    public Groups(RedisDataSource redis) {
        streams = new EventStreams(redis);
    }

    public UUID id() {
        return id;
    }

    public void joined(Api person) {
        streams.publish("events.users", "member.joined", id.toString(), joining(person));
    }

    public Map<String, String> joining(Api person) {
        return Map.of(
                "groupId", id.toString(),
                "userId", person.userId().toString(),
                "role", "member",
                "joinedAt", NOW.toString());
    }

    /** As {@code member.left} or {@code member.banned}. */
    public void left(String type, Api person) {
        streams.publish(
                "events.users",
                type,
                id.toString(),
                Map.of(
                        "groupId", id.toString(),
                        "userId", person.userId().toString(),
                        "at", NOW.plusMillis(5).toString()));
    }

    public int uploadBy(Api person) {
        return person.uploadTo("/storage/upload?groupId=" + id, Form.file("a.txt", "text/plain", new byte[] {1}))
                .statusCode();
    }
}
