package org.summertrip.files.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.summertrip.files.Problems.assertProblem;
import static org.summertrip.files.Problems.assertViolation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.files.Api;
import org.summertrip.files.Groups;
import org.summertrip.files.OnStores;
import org.summertrip.kit.event.CloudEvent;

@QuarkusTest
@OnStores
class ReplayTest {
    @Inject
    RedisDataSource redis;

    @Inject
    ObjectMapper mapper;

    @Test
    void makesMembershipsAnewOutOfASnapshot() throws Exception {
        Groups group = new Groups(redis);
        Api ana = Api.somebody();
        StringBuilder snapshot = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            snapshot.append(line("user.created", Map.of("id", UUID.randomUUID().toString())));
        }
        snapshot.append('\n').append(line("member.joined", group.joining(ana)).strip());
        assertEquals(404, group.uploadBy(ana));

        HttpResponse<String> replayed = replay(snapshot.toString());

        assertEquals(200, replayed.statusCode(), replayed.body());
        assertEquals(251, JsonPath.from(replayed.body()).getInt("events"));
        assertEquals(1, JsonPath.from(replayed.body()).getInt("applied"));
        assertEquals(201, group.uploadBy(ana));
        assertEquals(200, replay(snapshot.toString()).statusCode(), "again");
    }

    @Test
    void saysWhichLineItDoesNotUnderstand() throws Exception {
        String good = line("user.created", Map.of("id", UUID.randomUUID().toString()));

        assertViolation("line 2", "body", replay(good + "nonsense\n" + good));
        assertViolation("line 1", "body", replay("{}\n"));
    }

    @Test
    void isForServicesOnly() {
        assertProblem(403, "forbidden", Api.somebody().post("/internal/replay", "application/x-ndjson", ""));
    }

    private static HttpResponse<String> replay(String snapshot) {
        return Api.service().post("/internal/replay", "application/x-ndjson", snapshot);
    }

    private String line(String type, Map<String, String> data) throws Exception {
        CloudEvent event = CloudEvent.of(
                UUID.randomUUID(), "users-service", type, "subject", Instant.now(), mapper.valueToTree(data));
        return mapper.writeValueAsString(event) + "\n";
    }
}
