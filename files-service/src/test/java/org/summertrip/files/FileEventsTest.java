package org.summertrip.files;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.files.outbox.Announcement;
import org.summertrip.files.outbox.ObjectOutbox;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.testing.EventStreams;

@QuarkusTest
@OnStores
class FileEventsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    RedisDataSource redis;

    @Inject
    ObjectOutbox outbox;

    @Inject
    ObjectStore objects;

    @Inject
    OutboxRelay relay;

    @Inject
    ObjectMapper mapper;

    @Inject
    BucketContents bucket;

    @Test
    void tellsThatAFileCameAndWent() {
        Api ana = Api.somebody();
        JsonPath file = ana.uploaded("trip.txt", "content");
        String id = file.getString("id");
        await().atMost(PATIENCE).until(() -> about(id).size() == 1);
        ana.delete("/files/" + id);
        await().atMost(PATIENCE).until(() -> about(id).size() == 2);

        CloudEvent created = about(id).get(0);
        CloudEvent deleted = about(id).get(1);

        assertEquals("file.created", created.type());
        assertEquals("files-service", created.source());
        assertEquals(ana.userId().toString(), created.data().get("ownerId").asText());
        assertEquals("trip.txt", created.data().get("filename").asText());
        assertEquals(7, created.data().get("size").asLong());
        assertEquals(
                file.getString("createdAt"), created.data().get("createdAt").asText());
        assertTrue(created.data().get("groupId").isNull());
        assertEquals("file.deleted", deleted.type());
        assertFalse(deleted.data().has("filename"), deleted.data().toString());
        await().atMost(PATIENCE).until(() -> announcementsOf(id).isEmpty());
    }

    @Test
    void undoesWhatWasAnnouncedLongAgoAndNeverHappened() {
        UUID owner = UUID.randomUUID();
        UUID id = idMadeAt(Instant.now().minusSeconds(3600));
        Announcement orphan = announcement(idMadeAt(Instant.now().minusSeconds(3600)), id, owner);
        put("files/" + owner + "/" + id);
        outbox.announce(orphan).await().atMost(PATIENCE);

        relay.wake();

        await().atMost(PATIENCE).until(() -> bucket.contentsOf(owner).isEmpty());
        await().atMost(PATIENCE).until(() -> announcementsOf(id.toString()).isEmpty());
        assertEquals(List.of(), about(id.toString()));
    }

    @Test
    void waitsForWhatWasAnnouncedJustNowWithoutHoldingUpOthers() {
        UUID owner = UUID.randomUUID();
        UUID id = idMadeAt(Instant.now());
        Announcement early = announcement(idMadeAt(Instant.now()), id, owner);
        put("files/" + owner + "/" + id);
        outbox.announce(early).await().atMost(PATIENCE);

        String other = Api.somebody().uploaded("other.txt", "content").getString("id");

        await().atMost(PATIENCE).until(() -> about(other).size() == 1);
        assertEquals(List.of(), about(id.toString()));
        assertEquals(1, bucket.contentsOf(owner).size());
        assertEquals(1, announcementsOf(id.toString()).size());
    }

    private List<CloudEvent> about(String fileId) {
        return new EventStreams(redis)
                .read("events.files").stream()
                        .filter(event -> event.subject().equals(fileId))
                        .toList();
    }

    private List<String> announcementsOf(String fileId) {
        return bucket.keys("outbox/").stream()
                .filter(key -> objects.get("outbox/" + key)
                        .await()
                        .atMost(PATIENCE)
                        .filter(json -> new String(json, java.nio.charset.StandardCharsets.UTF_8).contains(fileId))
                        .isPresent())
                .toList();
    }

    private Announcement announcement(UUID announcementId, UUID fileId, UUID ownerId) {
        JsonNode file = mapper.valueToTree(Map.of(
                "id",
                fileId.toString(),
                "ownerId",
                ownerId.toString(),
                "filename",
                "never.txt",
                "contentType",
                "text/plain",
                "sha256",
                "00",
                "size",
                1,
                "active",
                false,
                "createdAt",
                "2026-01-01T00:00:00.000Z"));
        CloudEvent event = CloudEvent.of(
                UUID.randomUUID(), "files-service", "file.created", fileId.toString(), Instant.now(), file);
        return new Announcement(announcementId, event, file);
    }

    private void put(String key) {
        objects.put(key, new byte[] {1}, "text/plain").await().atMost(PATIENCE);
    }

    private static UUID idMadeAt(Instant time) {
        UUID random = UUID.randomUUID();
        long high = time.toEpochMilli() << 16 | 0x7000L | random.getMostSignificantBits() & 0xFFF;
        return new UUID(high, random.getLeastSignificantBits());
    }
}
