package org.summertrip.users.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;

/** Reading somebody against a bare select, both over HTTP with a token, 32 at a time. By hand: {@code -Dtest=UserReadBenchmark}. */
@QuarkusTest
@OnStores
class UserReadBenchmark {
    private static final Logger LOG = Logger.getLogger(UserReadBenchmark.class);
    private static final int AT_ONCE = 32;
    private static final Duration ROUND = Duration.ofSeconds(4);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void readsAsFastAsABareSelect() {
        Person ana = People.anybody();
        for (int round = 0; round < 4; round++) {
            double bare = perSecond(ana, "/bare/" + ana.id());
            double real = perSecond(ana, "/users/" + ana.id());
            LOG.infof("round %d: bare %.0f/s, real %.0f/s, ratio %.2f", round, bare, real, real / bare);
        }
    }

    private double perSecond(Person person, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + person.token())
                .build();
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        long end = start + ROUND.toNanos();
        CompletableFuture<?>[] lanes = new CompletableFuture<?>[AT_ONCE];
        for (int lane = 0; lane < AT_ONCE; lane++) {
            lanes[lane] = next(request, end, done);
        }
        CompletableFuture.allOf(lanes).join();
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    private CompletableFuture<Void> next(HttpRequest request, long end, AtomicLong done) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenCompose(answer -> {
                    assertEquals(200, answer.statusCode());
                    done.incrementAndGet();
                    return System.nanoTime() < end ? next(request, end, done) : CompletableFuture.completedFuture(null);
                });
    }
}
