package org.summertrip.users.user;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;
import org.summertrip.users.Told;

@QuarkusTest
@OnStores
class UserChangeTest {
    @Inject
    RedisDataSource redis;

    @Test
    void changesWhatIsSentAndClearsWhatIsNull() {
        Person ana = People.named("Ana", "Silva");
        UUID avatar = UUID.randomUUID();
        ana.sends("{\"firstName\":\" Ana Maria \",\"lastName\":null,\"avatarFileId\":\"" + avatar
                        + "\",\"locale\":\"pt-PT\"}")
                .contentType("application/merge-patch+json; charset=utf-8")
                .patch("/users/me")
                .then()
                .statusCode(200)
                .body("firstName", equalTo("Ana Maria"))
                .body("lastName", nullValue())
                .body("avatarFileId", equalTo(avatar.toString()))
                .body("locale", equalTo("pt-PT"))
                .body("email", equalTo(ana.email()));
        People.anybody().asks().get("/users/" + ana.id()).then().body("firstName", equalTo("Ana Maria"));
        ana.asks()
                .queryParam("q", "ana mar")
                .get("/users")
                .then()
                .body("items.id", hasItem(ana.id().toString()));
        ana.asks()
                .queryParam("q", "silva")
                .get("/users")
                .then()
                .body("items.id", not(hasItem(ana.id().toString())));
        assertEquals(
                List.of("user.created", "user.updated"),
                new Told(redis).types(ana.id().toString(), 2));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        People.anybody()
                .sends(
                        "{\"firstName\":\"\",\"avatarFileId\":\"x\",\"locale\":\"??\",\"email\":\"me@example.org\",\"id\":null}")
                .patch("/users/me")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("firstName", "avatarFileId", "locale", "email", "id"));
    }

    @Test
    void letsOnlyWhoHasSeenThePresentStateChangeIt() {
        Person ana = People.anybody();
        String etag = ana.asks().get("/users/me").then().extract().header("ETag");
        String next = ana.sends(Map.of("firstName", "One"))
                .header("If-Match", etag)
                .patch("/users/me")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        ana.asks().get("/users/me").then().header("ETag", equalTo(next));
        ana.sends(Map.of("firstName", "Two"))
                .header("If-Match", etag)
                .patch("/users/me")
                .then()
                .statusCode(412);
        ana.asks().header("If-Match", etag).delete("/users/me").then().statusCode(412);
    }

    @Test
    void changesNobodyWhoseAccountIsGone() {
        given().header("Authorization", "Bearer " + Tokens.user(UUID.randomUUID()))
                .contentType("application/json")
                .body("{\"firstName\":\"x\"}")
                .patch("/users/me")
                .then()
                .statusCode(401);
    }
}
