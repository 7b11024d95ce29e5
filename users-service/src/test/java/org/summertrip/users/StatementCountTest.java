package org.summertrip.users;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.users.People.Person;

/** A page costs the same few statements however much is on it. */
@QuarkusTest
@OnStores
class StatementCountTest {
    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord statement) {
            statements.add(statement.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Level before;

    @BeforeEach
    void listen() {
        before = SQL.getLevel();
        SQL.setLevel(Level.ALL);
        SQL.setUseParentHandlers(false);
        SQL.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        SQL.removeHandler(listener);
        SQL.setUseParentHandlers(true);
        SQL.setLevel(before);
    }

    @Test
    void readsPagesWithoutAskingForEachItem() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Big"));
        List<Person> people = People.crowd(8);
        people.forEach(person -> person.joins(group));
        for (Person person : people) {
            person.founds(Map.of("name", "Other"));
            String activity = person.sends(Map.of("type", "a", "title", "b"))
                    .post(group + "/activities")
                    .path("id");
            owner.sends(Map.of("value", "like")).put("/activities/" + activity + "/vote");
        }
        owner.sends(Map.of("from", "2027-09-01", "to", "2027-09-09"))
                .post(group + "/plan")
                .then()
                .statusCode(200);
        assertEquals(4, count(owner, group + "/members", 9), statements.toString());
        assertEquals(4, count(owner, group + "/activities", 8), statements.toString());
        assertEquals(4, count(owner, group + "/plan", 8), statements.toString());
        assertEquals(2, count(owner, "/groups", 9), statements.toString());
        assertEquals(1, count(owner, "/users", 9), statements.toString());
    }

    @Test
    void readsSomebodyWhoWasJustReadWithoutAsking() {
        Person ana = People.anybody();
        ana.asks().get("/users/" + ana.id()).then().statusCode(200);
        statements.clear();
        ana.asks().get("/users/" + ana.id()).then().statusCode(200);
        assertEquals(List.of(), List.copyOf(statements));
    }

    private int count(Person person, String path, int items) {
        statements.clear();
        person.asks()
                .queryParam("limit", items)
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(items));
        return statements.size();
    }
}
