package org.summertrip.users.purchase;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;
import org.summertrip.users.Together;
import org.summertrip.users.Told;

@QuarkusTest
@OnStores
class PurchaseResourceTest {
    @Inject
    RedisDataSource redis;

    @Inject
    Pool database;

    @ParameterizedTest
    @CsvSource({"4.99,4.99", "5,5.00", "0.01,0.01", "0.10,0.10", "1234567890.1,1234567890.10", "007.5,7.50"})
    void keepsAmountsExactly(String amount, String kept) {
        Person ana = People.anybody();
        buy(ana, amount).statusCode(201).body("amount", equalTo(kept)).body("currency", equalTo("EUR"));
        ana.asks().get("/purchases").then().statusCode(200).body("items.amount", contains(kept));
        var told = new Told(redis).about(ana.id().toString(), 2).get(1);
        assertEquals("purchase.made", told.type());
        assertEquals(kept, told.data().get("amount").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1", "1.999", "1e3", "", " 1", "NaN", "1,50", "12345678901", ".5", "٣"})
    void refusesAmountsThatAreNone(String amount) {
        buy(People.anybody(), amount).statusCode(400).body("violations.field", contains("amount"));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        People.anybody()
                .sends("{\"productType\":\"yacht\",\"amount\":4.99,\"currency\":\"BTC\",\"userId\":\"x\"}")
                .post("/purchases")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("productType", "amount", "currency", "userId"));
    }

    @Test
    void buysOnceHoweverOftenAnAttemptIsSentAtOnce() {
        Person ana = People.anybody();
        Set<String> made = new HashSet<>(Together.all(
                8, i -> attempt(ana, "once", "1.00").statusCode(201).extract().<String>path("id")));
        assertEquals(1, made.size());
        ana.asks().get("/purchases").then().body("items.id", contains(made.toArray()));
    }

    @Test
    void replaysTheFirstAnswerEvenWhenRedisForgotIt() {
        Person ana = People.anybody();
        var first = attempt(ana, "key", "1.00")
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue())
                .extract();
        redis.key().keys("idem:*").forEach(key -> redis.key().del(key));
        attempt(ana, "key", "1.00")
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .header("ETag", equalTo(first.header("ETag")))
                .body("id", equalTo(first.path("id")));
        attempt(ana, "key", "2.00").statusCode(422).body("code", equalTo("idempotency-key-reused"));
        attempt(People.anybody(), "key", "1.00").statusCode(201).header("Idempotent-Replayed", nullValue());
        attempt(ana, "k".repeat(129), "1.00").statusCode(400);
        ana.asks().get("/purchases").then().body("items", hasSize(1));
    }

    @Test
    void forgetsAnAttemptAfterADay() {
        Person ana = People.anybody();
        attempt(ana, "key", "1.00").statusCode(201);
        database.preparedQuery(
                        "update purchase_attempts set made_at = made_at - interval '25 hours' where user_id = $1")
                .execute(Tuple.of(ana.id()))
                .await()
                .atMost(Duration.ofSeconds(5));
        attempt(ana, "key", "1.00").statusCode(201).header("Idempotent-Replayed", nullValue());
        ana.asks().get("/purchases").then().body("items", hasSize(2));
    }

    @Test
    void sellsNothingToWhomeverHasNoAccountAnyMore() {
        UUID gone = UUID.randomUUID();
        Person nobody = new Person(gone, null, Tokens.user(gone));
        buy(nobody, "1.00").statusCode(401);
        attempt(nobody, "key", "1.00").statusCode(401);
    }

    @Test
    void listsOnesOwnOnlyTheNewestFirst() {
        Person ana = People.anybody();
        for (String amount : List.of("1.00", "2.00", "3.00")) {
            buy(ana, amount).statusCode(201);
        }
        String next = ana.asks()
                .queryParam("limit", 2)
                .get("/purchases")
                .then()
                .body("items.amount", contains("3.00", "2.00"))
                .extract()
                .path("next");
        ana.asks().queryParam("cursor", next).get("/purchases").then().body("items.amount", contains("1.00"));
        Person ben = People.anybody();
        ben.asks().get("/purchases").then().body("items", hasSize(0));
        ben.asks().queryParam("cursor", next).get("/purchases").then().statusCode(400);
    }

    private static ValidatableResponse buy(Person person, String amount) {
        return person.sends(Map.of("productType", "coins_pack", "amount", amount, "currency", "EUR"))
                .post("/purchases")
                .then();
    }

    private static ValidatableResponse attempt(Person person, String key, String amount) {
        return person.sends(Map.of("productType", "coins_pack", "amount", amount, "currency", "EUR"))
                .header("Idempotency-Key", key)
                .post("/purchases")
                .then();
    }
}
