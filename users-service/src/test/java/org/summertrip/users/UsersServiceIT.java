package org.summertrip.users;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.summertrip.users.People.Person;

/** The packaged jar, as it is shipped. */
@QuarkusIntegrationTest
@OnStores
class UsersServiceIT {
    @Test
    void signsUpLogsInAndFoundsAGroup() {
        Person ana = People.anybody();
        String id = ana.sends(Map.of("name", "Packaged"))
                .post("/groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        ana.asks().get("/groups/" + id).then().statusCode(200).body("myRole", equalTo("owner"));
    }
}
