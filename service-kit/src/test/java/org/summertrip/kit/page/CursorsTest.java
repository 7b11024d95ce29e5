package org.summertrip.kit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.secret.Seal;

class CursorsTest {
    private final Cursors cursors = new Cursors(new Seal(() -> "a secret of more than 32 characters"));

    @Test
    void returnsToThePositionItWasWrittenFor() {
        List<String> position = List.of("2026-06-01T08:30:00.000Z", "ñandú", "");
        assertEquals(position, cursors.read("list", cursors.write("list", position), 3));
        assertEquals(List.of(), cursors.read("list", null, 3));
    }

    @Test
    void belongsToItsListAlone() {
        String cursor = cursors.write("users?q=ana", List.of("1"));
        assertThrows(ProblemException.class, () -> cursors.read("users?q=", cursor, 1));
        assertThrows(ProblemException.class, () -> cursors.read("users?q=ana", cursor, 2));
        Cursors others = new Cursors(new Seal(() -> "another secret of more than 32 characters"));
        assertThrows(ProblemException.class, () -> others.read("users?q=ana", cursor, 1));
    }

    @Test
    void survivesNoTampering() {
        byte[] good = Base64.getUrlDecoder().decode(cursors.write("list", List.of("position")));
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(bad);
            assertThrows(ProblemException.class, () -> cursors.read("list", cursor, 1));
        }
    }

    @Test
    void answersGarbageWithTheSameProblem() {
        Random random = new Random(7);
        for (int length = 0; length < 200; length++) {
            byte[] garbage = new byte[length];
            random.nextBytes(garbage);
            String cursor = Base64.getUrlEncoder().encodeToString(garbage);
            assertThrows(ProblemException.class, () -> cursors.read("list", cursor, 1));
        }
        assertThrows(ProblemException.class, () -> cursors.read("list", "not base64 at all!", 1));
    }

    @Test
    void cutsAPageOutOfOneRowMoreThanWanted() {
        List<Integer> rows = IntStream.range(0, 4).boxed().toList();
        Page<Integer> page = cursors.page("list", rows, 3, row -> List.of(row.toString()));
        assertEquals(List.of(0, 1, 2), page.items());
        assertEquals(List.of("2"), cursors.read("list", page.next(), 1));
        assertNull(cursors.page("list", rows, 4, row -> List.of(row.toString())).next());
    }
}
