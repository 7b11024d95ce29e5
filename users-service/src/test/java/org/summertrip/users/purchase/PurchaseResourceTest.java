package org.summertrip.users.purchase;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;
import org.summertrip.users.Told;

@QuarkusTest
@OnStores
class PurchaseResourceTest {
    @Inject
    RedisDataSource redis;

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
    void buysOnceForARepeatedAttempt() {
        Person ana = People.anybody();
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> ana.sends(Map.of("productType", "coins_pack", "amount", "1.00", "currency", "USD"))
                        .header("Idempotency-Key", "once")
                        .post("/purchases")
                        .statusCode())
                .distinct()
                .sorted()
                .toList();
        assertEquals(201, statuses.get(0));
        ana.asks().get("/purchases").then().body("items", hasSize(1));
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
}
