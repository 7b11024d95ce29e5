package org.summertrip.users.purchase;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.testing.EventStreams;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;

@QuarkusTest
@OnStores
class PurchaseResourceTest {
    private static final Map<String, String> COINS = purchase("coins_pack", "4.99", "EUR");

    @Inject
    RedisDataSource redis;

    @Inject
    Pool database;

    @Test
    void buysAndTellsTheOtherServices() {
        Person ana = People.anybody();
        String id = buy(ana, COINS)
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("productType", equalTo("coins_pack"))
                .body("amount", equalTo("4.99"))
                .body("currency", equalTo("EUR"))
                .body("purchasedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .extract()
                .path("id");
        CloudEvent made = Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> new EventStreams(redis)
                                .read("events.users").stream()
                                        .filter(event -> event.type().equals("purchase.made"))
                                        .filter(event -> event.subject().equals(id))
                                        .findFirst()
                                        .orElse(null),
                        event -> event != null);
        assertEquals(ana.id().toString(), made.data().get("userId").asText());
        assertEquals("4.99", made.data().get("amount").asText());
        assertEquals("EUR", made.data().get("currency").asText());
        assertEquals("coins_pack", made.data().get("productType").asText());
        assertEquals(id, made.data().get("id").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "premium_subscription, 120, GBP, 120.00",
        "vip_access, 0.01, USD, 0.01",
        "feature_unlock, 9999999999.99, EUR, 9999999999.99",
        "coins_pack, 0.1, EUR, 0.10"
    })
    void keepsAmountsExactly(String product, String amount, String currency, String kept) {
        Person ana = People.anybody();
        buy(ana, purchase(product, amount, currency)).statusCode(201).body("amount", equalTo(kept));
        ana.asks().get("/purchases").then().body("items.amount", contains(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0.00", "-1", "+1", "1.999", "1e3", "", " ", "1,50", ".5", "1.", "007", "NaN", "10000000000", "0x1"})
    void refusesAmountsThatAreNone(String amount) {
        buy(People.anybody(), purchase("coins_pack", amount, "EUR"))
                .statusCode(400)
                .body("violations.field", contains("amount"));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Person ana = People.anybody();
        buy(ana, Map.of("productType", "yacht", "amount", 4.99, "currency", "eur", "userId", UUID.randomUUID()))
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("productType", "amount", "currency", "userId"));
        buy(ana, Map.of())
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("productType", "amount", "currency"));
        ana.asks().get("/purchases").then().body("items", hasSize(0));
    }

    @Test
    void buysOnceHoweverOftenAnAttemptIsSentAtOnce() {
        Person ana = People.anybody();
        Set<String> made = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> attempt(ana, "once", COINS).statusCode(201).extract().<String>path("id"))
                .collect(Collectors.toSet());
        assertEquals(1, made.size());
        ana.asks().get("/purchases").then().body("items.id", contains(made.toArray()));
    }

    @Test
    void replaysTheFirstAnswerAndRefusesTheKeyForSomethingElse() {
        Person ana = People.anybody();
        var first = attempt(ana, "key", COINS)
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue())
                .extract();
        attempt(ana, "key", COINS)
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .header("ETag", equalTo(first.header("ETag")))
                .body("id", equalTo(first.path("id")));
        attempt(ana, "key", purchase("coins_pack", "5.99", "EUR"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        attempt(People.anybody(), "key", COINS).statusCode(201).header("Idempotent-Replayed", nullValue());
        attempt(ana, "k".repeat(129), COINS).statusCode(400);
    }

    @Test
    void forgetsAnAttemptAfterADay() {
        Person ana = People.anybody();
        attempt(ana, "key", COINS).statusCode(201);
        database.preparedQuery("update purchase_attempts set made_at = made_at - interval '25 hours' where user_id = $1")
                .execute(Tuple.of(ana.id()))
                .await()
                .atMost(Duration.ofSeconds(5));
        attempt(ana, "key", COINS).statusCode(201).header("Idempotent-Replayed", nullValue());
        ana.asks().get("/purchases").then().body("items", hasSize(2));
    }

    @Test
    void showsEverybodyTheirOwnPageByPage() {
        Person ana = People.anybody();
        buy(People.anybody(), COINS).statusCode(201);
        List<String> bought = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            bought.add(0, buy(ana, purchase("coins_pack", i + ".00", "USD")).extract().path("id"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = ana.asks().queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/purchases")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertEquals(bought, seen);
        String foreign = ana.asks().queryParam("limit", 1).get("/purchases").then().extract().path("next");
        People.anybody().asks().queryParam("cursor", foreign).get("/purchases").then().statusCode(400);
    }

    @Test
    void sellsNothingToWhomeverHasNoAccountAnyMore() {
        Person nobody = new Person(UUID.randomUUID(), null, Tokens.user(UUID.randomUUID()));
        buy(nobody, COINS).statusCode(401);
        attempt(nobody, "key", COINS).statusCode(401);
    }

    private static Map<String, String> purchase(String productType, String amount, String currency) {
        return Map.of("productType", productType, "amount", amount, "currency", currency);
    }

    private static ValidatableResponse buy(Person person, Map<String, ?> purchase) {
        return person.sends(new HashMap<>(purchase)).post("/purchases").then();
    }

    private static ValidatableResponse attempt(Person person, String key, Map<String, ?> purchase) {
        return person.asks()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(purchase)
                .post("/purchases")
                .then();
    }
}
