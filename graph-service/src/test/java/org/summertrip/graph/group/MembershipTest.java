package org.summertrip.graph.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private static final Random RANDOM = new Random(42);

    @Test
    void comesOutTheSameInWhateverOrderAndHoweverOften() {
        List<UnaryOperator<Membership>> history = List.of(
                known -> known.joined(at(1), "member"),
                known -> known.hasRole(at(2), "admin"),
                known -> known.left(at(3)),
                known -> known.joined(at(4), "member"),
                known -> known.hasRole(at(5), "owner"));

        for (int length = 1; length <= history.size(); length++) {
            Membership expected = replay(history.subList(0, length));
            for (int round = 0; round < 200; round++) {
                List<UnaryOperator<Membership>> shuffled = new ArrayList<>(history.subList(0, length));
                shuffled.add(history.get(RANDOM.nextInt(length)));
                Collections.shuffle(shuffled, RANDOM);

                assertEquals(expected, replay(shuffled));
            }
        }
    }

    @Test
    void isActiveFromJoiningToLeaving() {
        Membership joined = Membership.UNKNOWN.joined(at(1), "member");

        assertFalse(Membership.UNKNOWN.active());
        assertTrue(joined.active());
        assertFalse(joined.left(at(2)).active());
        assertTrue(joined.left(at(2)).joined(at(3), "member").active());
    }

    @Test
    void isNotEndedByALeavingFromBeforeTheJoining() {
        assertTrue(Membership.UNKNOWN.joined(at(2), "member").left(at(1)).active());
        assertFalse(Membership.UNKNOWN.left(at(2)).joined(at(1), "member").active());
    }

    @Test
    void countsFromTheLatestJoining() {
        Membership again = Membership.UNKNOWN
                .joined(at(1), "member")
                .left(at(2))
                .joined(at(3), "member")
                .hasRole(at(4), "admin");

        assertEquals(at(3), again.since());
        assertEquals("admin", again.role());
    }

    private static Membership replay(List<UnaryOperator<Membership>> history) {
        Membership known = Membership.UNKNOWN;
        for (UnaryOperator<Membership> news : history) {
            known = news.apply(known);
        }
        return known;
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
