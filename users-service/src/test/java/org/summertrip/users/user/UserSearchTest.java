package org.summertrip.users.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;

/** With as many people as a small town has. */
@QuarkusTest
@OnStores
class UserSearchTest {
    private static final int CROWD = 10_000;

    @Inject
    Pool pool;

    @BeforeEach
    void fillTheTown() {
        run(
                "insert into users (id, email, password_hash, first_name, last_name, first_name_key, last_name_key, created_at,"
                        + " updated_at, version) select gen_random_uuid(), 'crowd' || n || '@example.org', '-', 'Crowd' || n, 'Town',"
                        + " 'crowd' || n, 'town', now(), now(), 0 from generate_series(1, " + CROWD
                        + ") n on conflict do nothing");
        run("analyze users");
    }

    @Test
    void searchesByIndex() {
        String plan = explain(
                "select * from users where id < $1 and (first_name_key like $2 escape '\\' or last_name_key like $2"
                        + " escape '\\') order by id desc limit 21");
        assertTrue(plan.contains("users_first_name_key") && plan.contains("users_last_name_key"), plan);
    }

    @Test
    void pagesByIndexHoweverFarOneHasCome() {
        Person ana = People.anybody();
        List<Long> times = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String cursor = null;
        do {
            var request = ana.asks().queryParam("limit", 100);
            long start = System.nanoTime();
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/users")
                    .jsonPath();
            times.add(System.nanoTime() - start);
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertTrue(seen.size() >= CROWD, "seen " + seen.size());
        assertEquals(seen.size(), seen.stream().distinct().count());
        long early = median(times.subList(0, times.size() / 2));
        long late = median(times.subList(times.size() / 2, times.size()));
        assertTrue(late < 3 * early, "early " + early + " late " + late);
    }

    private String explain(String select) {
        var rows = pool.preparedQuery("explain " + select)
                .execute(Tuple.of(UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"), "crowd77%"))
                .await()
                .indefinitely();
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .reduce("", (all, line) -> all + "\n" + line);
    }

    private void run(String statement) {
        pool.query(statement).execute().await().indefinitely();
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
