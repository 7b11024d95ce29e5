package org.summertrip.files;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.summertrip.files.image.Pictures;
import org.summertrip.kit.testing.EventStreams;

/** Who gets what answer where. Whoever may not see a thing gets the same answer as if it were not there. */
@QuarkusTest
@OnStores
class AccessMatrixTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    @Inject
    RedisDataSource redis;

    private static final Map<String, Api> PEOPLE = new LinkedHashMap<>();
    private static Groups group;
    private static Api owner;

    /** Once for all: the table changes nobody's standing. */
    @BeforeEach
    void gather() {
        if (group != null) {
            return;
        }
        group = new Groups(redis);
        for (String name : new String[] {"stranger", "former", "banned", "blocked", "member", "owner"}) {
            PEOPLE.put(name, Api.somebody());
        }
        PEOPLE.put("admin", Api.admin());
        PEOPLE.put("service", Api.service());
        owner = PEOPLE.get("owner");
        for (String name : new String[] {"former", "banned", "blocked", "member", "owner"}) {
            group.joined(PEOPLE.get(name));
        }
        group.left("member.left", PEOPLE.get("former"));
        group.left("member.banned", PEOPLE.get("banned"));
        // Blocking is between two people; what they share in a group stays shared.
        new EventStreams(redis)
                .publish(
                        "events.graph",
                        "user.blocked",
                        owner.userId().toString(),
                        Map.of(
                                "userId", owner.userId().toString(),
                                "blockedId", PEOPLE.get("blocked").userId().toString()));
        Api last = Api.somebody();
        group.joined(last);
        await().atMost(PATIENCE).until(() -> group.uploadBy(last) == 201);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        // method, path,                  anonymous, stranger, former, banned, admin, service, blocked, member, owner
        "GET,     /files,                       401, 200, 200, 200, 200, 200, 200, 200, 200",
        "GET,     /files?groupId={group},       401, 404, 404, 404, 404, 404, 200, 200, 200",
        "GET,     /files/usage,                 401, 200, 200, 200, 200, 200, 200, 200, 200",
        "GET,     /files/{file},                401, 404, 404, 404, 404, 404, 200, 200, 200",
        "GET,     /files/{file}/thumbnail,      401, 404, 404, 404, 404, 404, 200, 200, 200",
        "POST,    /files/{file}/link,           401, 404, 404, 404, 404, 404, 201, 201, 201",
        "DELETE,  /files/{file},                401, 404, 404, 404, 404, 404, 403, 403, 204",
        "GET,     /storage/download/{file},     401, 404, 404, 404, 404, 404, 200, 200, 200",
        "HEAD,    /storage/download/{file},     401, 404, 404, 404, 404, 404, 200, 200, 200",
        "POST,    /storage/upload?groupId={group}, 401, 404, 404, 404, 404, 404, 201, 201, 201",
        "POST,    /files/presign,               401, 404, 404, 404, 404, 404, 201, 201, 201",
        "POST,    /files/{presigned}/complete,  401, 404, 404, 404, 404, 404, 404, 404, 200",
        "OPTIONS, /files/uploads,               204, 204, 204, 204, 204, 204, 204, 204, 204",
        "POST,    /files/uploads,               401, 404, 404, 404, 404, 404, 201, 201, 201",
        "HEAD,    /files/uploads/{upload},      401, 404, 404, 404, 404, 404, 404, 404, 200",
        "PATCH,   /files/uploads/{upload},      401, 404, 404, 404, 404, 404, 404, 404, 204",
        "DELETE,  /files/uploads/{upload},      401, 404, 404, 404, 404, 404, 404, 404, 204",
        "POST,    /files/orphans,               401, 403, 403, 403, 200, 403, 403, 403, 403",
        "GET,     /internal/export,             401, 200, 200, 200, 200, 200, 200, 200, 200",
        "POST,    /internal/replay,             401, 403, 403, 403, 403, 200, 403, 403, 403",
    })
    void answers(
            String method,
            String path,
            int anonymous,
            int stranger,
            int former,
            int banned,
            int admin,
            int service,
            int blocked,
            int member,
            int own) {
        String target = filledIn(path);

        Map<String, Integer> answers = new LinkedHashMap<>();
        answers.put("anonymous", ask(null, method, target));
        for (String name :
                new String[] {"stranger", "former", "banned", "admin", "service", "blocked", "member", "owner"}) {
            answers.put(name, ask(PEOPLE.get(name), method, target));
        }

        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put("anonymous", anonymous);
        expected.put("stranger", stranger);
        expected.put("former", former);
        expected.put("banned", banned);
        expected.put("admin", admin);
        expected.put("service", service);
        expected.put("blocked", blocked);
        expected.put("member", member);
        expected.put("owner", own);
        assertEquals(expected, answers);
    }

    private String filledIn(String path) {
        String filled = path.replace("{group}", group.id().toString());
        if (filled.contains("{file}")) {
            JsonPath file = Api.created(owner.uploadTo(
                    "/storage/upload?groupId=" + group.id(), Form.file("a.jpg", "image/jpeg", Pictures.jpeg(9, 9))));
            return filled.replace("{file}", file.getString("id"));
        }
        if (filled.contains("{presigned}")) {
            JsonPath presigned = Api.created(owner.postJson("/files/presign", announced()));
            Api.anonymously("PUT", presigned.getString("uploadUrl"), HELLO, "Content-Type", "text/plain");
            return filled.replace("{presigned}", presigned.getString("id"));
        }
        if (filled.contains("{upload}")) {
            String location = owner.post("/files/uploads", "Tus-Resumable", "1.0.0", "Upload-Length", "5")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            return filled.replace("{upload}", location.substring(location.lastIndexOf('/') + 1));
        }
        return filled;
    }

    private int ask(Api person, String method, String path) {
        RequestSpecification request = RestAssured.given().urlEncodingEnabled(false);
        if (person != null) {
            request.header(new Header("Authorization", person.authorization()));
        }
        if (path.startsWith("/files/uploads")) {
            String groupId =
                    Base64.getEncoder().encodeToString(group.id().toString().getBytes(StandardCharsets.UTF_8));
            request.header("Tus-Resumable", "1.0.0");
            request.header("Upload-Length", "5").header("Upload-Metadata", "groupId " + groupId);
            if (method.equals("PATCH")) {
                request.header("Upload-Offset", "0");
                request.contentType("application/offset+octet-stream").body(HELLO);
            }
        } else if (path.startsWith("/storage/upload")) {
            request.multiPart("file", "a.txt", HELLO, "text/plain");
        } else if (path.endsWith("/link")) {
            request.contentType("application/json").body("{}");
        } else if (path.endsWith("/presign")) {
            request.contentType("application/json").body(announced());
        }
        return request.request(method, path).statusCode();
    }

    private String announced() {
        return "{\"filename\":\"a.txt\",\"contentType\":\"text/plain\",\"size\":5,\"groupId\":\"" + group.id() + "\"}";
    }
}
