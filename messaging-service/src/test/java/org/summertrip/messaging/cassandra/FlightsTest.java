package org.summertrip.messaging.cassandra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FlightsTest {
    private final Flights<String, String> flights = new Flights<>();
    private final List<UniEmitter<? super String>> reads = new ArrayList<>();
    private final List<String> answers = Collections.synchronizedList(new ArrayList<>());

    @Test
    void asksOnceForAThousandWhoWaitForTheSame() {
        for (int i = 0; i < 1000; i++) {
            ask("page");
        }

        assertEquals(1, reads.size());
        reads.get(0).complete("answer");
        assertEquals(Collections.nCopies(1000, "answer"), answers);
    }

    @Test
    void asksAnewWhenTheAnswerIsThere() {
        ask("page");
        reads.get(0).complete("old");
        ask("page");
        reads.get(1).complete("new");

        assertEquals(List.of("old", "new"), answers);
    }

    @Test
    void letsNobodyJoinWhatMayBeStale() {
        ask("page");
        flights.forgetIf("page"::equals);
        ask("page");
        reads.get(0).complete("old");
        ask("page");
        reads.get(1).complete("new");

        assertEquals(2, reads.size());
        assertEquals(List.of("old", "new", "new"), answers);
    }

    @Test
    void keepsNoFailure() {
        AtomicInteger failures = new AtomicInteger();
        flights.join("page", () -> Uni.createFrom().failure(new IllegalStateException("outage")))
                .subscribe()
                .with(answers::add, failure -> failures.incrementAndGet());
        ask("page");
        reads.get(0).complete("answer");

        assertEquals(1, failures.get());
        assertTrue(answers.contains("answer"));
    }

    private void ask(String key) {
        flights.join(key, () -> Uni.createFrom().<String>emitter(reads::add))
                .subscribe()
                .with(answers::add);
    }
}
