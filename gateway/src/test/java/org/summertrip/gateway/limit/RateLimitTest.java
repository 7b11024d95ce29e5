package org.summertrip.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.stores.Store;
import org.summertrip.stores.Stores;

@QuarkusTest
@TestProfile(RateLimitTest.Tight.class)
@WithTestResource(value = StoresResource.class, initArgs = @ResourceArg(name = "stores", value = "REDIS"))
@WithTestResource(StandIns.class)
class RateLimitTest {
    /** Quotas that a test can use up; windows so long that nothing grows back meanwhile. */
    public static class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "gateway.trusted-proxies", "127.0.0.0/8",
                    "gateway.limits.exempt-networks", "127.0.0.0/8,198.51.100.7",
                    "gateway.limits.timeout", "2s",
                    "gateway.limits.address", "10/d",
                    "gateway.limits.user", "50/d",
                    "gateway.limits.read", "40/d",
                    "gateway.limits.service", "200/100s",
                    "gateway.limits.advance", "1s",
                    "gateway.limits.upload", "1000/d");
        }
    }

    private static final String POLICIES = "\"address\";q=10;w=86400, \"user\";q=50;w=86400, \"read\";q=40;w=86400";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    StandIns standIns;

    Stores stores;

    @Inject
    RedisDataSource redis;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void reset() {
        standIns.reset();
    }

    @ParameterizedTest(name = "{0} {1} is {2} and tells")
    @CsvSource({
        "GET,    /things,              401",
        "GET,    /nobody/serves/this,  404",
        "GET,    /things;a=b/7,        400",
        "GET,    /internal/export,     404",
        "GET,    /health,              200",
        "GET,    /api/openapi.json,    200",
        "GET,    /api/docs/,           200",
        "GET,    /open/keys,           200",
        "POST,   /open,                200",
        "HEAD,   /open/keys,           200",
        "DELETE, /health,              401",
    })
    void tellsOnEveryAnswerWhatIsLeft(String method, String path, int status) {
        Response answer = given().urlEncodingEnabled(false).request(method, path);

        assertEquals(status, answer.statusCode());
        assertTrue(answer.header("RateLimit-Policy").startsWith("\"address\";q=10;w=86400"), answer.toString());
        assertEquals("\"address\";r=10;t=0", answer.header("RateLimit"));
    }

    @Test
    void writesTheFieldsAsTheDraftHasThem() {
        String token = Tokens.user(UUID.randomUUID());

        given().header("Authorization", "Bearer " + token)
                .get("/things")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo(POLICIES))
                .header("RateLimit", equalTo("\"address\";r=10;t=0, \"user\";r=49;t=1728, \"read\";r=39;t=2160"));
        given().header("Authorization", "Bearer " + token)
                .post("/things")
                .then()
                .statusCode(200)
                .header("RateLimit", containsString("\"user\";r=48;"));
    }

    @Test
    void admitsNoMoreThanTheQuotaOfAnAddressAndSaysWhenToComeBack() {
        String address = "203.0.113." + (1 + (int) (Math.random() * 200));
        for (int i = 0; i < 10; i++) {
            from(address).get("/open/keys").then().statusCode(200).header("RateLimit", containsString("r=" + (9 - i)));
        }

        from(address)
                .get("/open/keys")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("8640"))
                .header("RateLimit", containsString("\"address\";r=0;t=86400"))
                .body("code", equalTo("too-many-requests"))
                .body("detail", containsString("address"));
        from("203.0.114.1").get("/open/keys").then().statusCode(200);
    }

    @Test
    void countsAnIpv6HouseholdAsOne() {
        String household = "2001:db8:%x:1".formatted((int) (Math.random() * 65_000));
        for (int i = 0; i < 10; i++) {
            from(household + "::" + i).get("/open/keys").then().statusCode(200);
        }

        from(household + ":a:b:c:d").get("/open/keys").then().statusCode(429);
    }

    @Test
    void believesOnlyWhatTrustedProxiesSayOfTheAddress() {
        String address = "192.0.2." + (1 + (int) (Math.random() * 200));
        for (int i = 0; i < 10; i++) {
            // The left part is the client's own invention, a new one for each request.
            from("198.51.100." + i + ", " + address).get("/open/keys").then().statusCode(200);
        }

        from("198.51.100.99, " + address).get("/open/keys").then().statusCode(429);
    }

    @Test
    void sparesExemptNetworks() {
        for (int i = 0; i < 15; i++) {
            from("198.51.100.7").get("/open/keys").then().statusCode(200).header("RateLimit", "\"address\";r=10;t=0");
        }
    }

    @Test
    void refusesUploadsByTheirBytes() {
        String token = Tokens.user(UUID.randomUUID());
        assertEquals(200, upload(token, 600, true).statusCode());
        assertEquals(429, upload(token, 600, true).statusCode());
        assertEquals(200, upload(token, 300, true).statusCode());
    }

    @Test
    void chargesForBytesThatNobodyAnnounced() {
        String token = Tokens.user(UUID.randomUUID());
        HttpResponse<String> first = upload(token, 5000, false);

        assertEquals(200, first.statusCode());
        assertTrue(first.headers().firstValue("RateLimit-Policy").orElse("").contains("q=1000;qu=\"content-bytes\""));
        org.awaitility.Awaitility.await().until(() -> upload(token, 1, true).statusCode() == 429);
    }

    @Test
    void giveMachinesAQuotaOfTheirOwn() {
        given().header("Authorization", "Bearer " + Tokens.service())
                .get("/things")
                .then()
                .statusCode(200)
                .header("RateLimit", containsString("\"service\";r=199"));
    }

    @Test
    void asksRedisOnlyNowAndThenAndStillTellsEachWhatIsLeft() {
        String token = Tokens.service();
        long before = scriptsRun();
        for (int i = 1; i <= 60; i++) {
            String fields = given().header("Authorization", "Bearer " + token)
                    .get("/things")
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("RateLimit");
            // Two grow back per second.
            assertBetween(200 - i, 200 - i + 20, number(fields, "\"service\";r=(\\d+)"));
        }

        // Two can be taken in advance, each time for a second.
        assertBetween(20, 40, scriptsRun() - before);
    }

    @Test
    void admitsExactlyTheQuotaToParallelCallers() {
        String token = Tokens.user(UUID.randomUUID());
        List<CompletableFuture<Integer>> calls = IntStream.range(0, 120)
                .mapToObj(i -> client.sendAsync(
                                HttpRequest.newBuilder(gateway.resolve("/things"))
                                        .header("Authorization", "Bearer " + token)
                                        .POST(BodyPublishers.noBody())
                                        .build(),
                                BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();

        List<Integer> statuses = calls.stream().map(CompletableFuture::join).toList();

        assertEquals(50, statuses.stream().filter(status -> status == 200).count());
        assertEquals(70, statuses.stream().filter(status -> status == 429).count());
    }

    @Test
    void admitsEverythingWhileRedisIsDownAndCountsAgainAfterwards() {
        String address = "100.64.0." + (1 + (int) (Math.random() * 200));
        stores.kill(Store.REDIS);
        try {
            for (int i = 0; i < 15; i++) {
                from(address).get("/open/keys").then().statusCode(200).header("RateLimit", "\"address\";r=10;t=0");
            }
        } finally {
            stores.start(Store.REDIS);
        }
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .until(() -> from(address).get("/open/keys").header("RateLimit").contains("r=9;"));
    }

    @Test
    void givesBackWhatItTookInAdvanceBeforeItCountsOneByOne() {
        String token = "Bearer " + Tokens.service();
        given().header("Authorization", token).get("/things").then().statusCode(200);

        // The quota of the address is a slow one, for which nothing is taken in advance.
        String fields = from("192.0.2.201")
                .header("Authorization", token)
                .get("/things")
                .then()
                .statusCode(200)
                .extract()
                .header("RateLimit");

        assertBetween(198, 200, number(fields, "\"service\";r=(\\d+)"));
    }

    private long scriptsRun() {
        return number(redis.execute("INFO", "commandstats").toString(), "cmdstat_evalsha:calls=(\\d+)");
    }

    private static long number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static void assertBetween(long least, long most, long actual) {
        assertTrue(least <= actual && actual <= most, actual + " is not between " + least + " and " + most);
    }

    private static io.restassured.specification.RequestSpecification from(String addresses) {
        return given().header("X-Forwarded-For", addresses);
    }

    private HttpResponse<String> upload(String token, int bytes, boolean announced) {
        byte[] content = new byte[bytes];
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/storage/upload"))
                .header("Authorization", "Bearer " + token)
                .POST(
                        announced
                                ? BodyPublishers.ofByteArray(content)
                                : BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(content)))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertNotNull(answer);
            return answer;
        } catch (java.io.IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
