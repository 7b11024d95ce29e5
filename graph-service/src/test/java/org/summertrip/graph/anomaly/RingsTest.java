package org.summertrip.graph.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RingsTest {
    @Test
    void findsThoseWhoKnowOnlyEachOther() {
        Map<String, List<String>> friends = new HashMap<>();
        befriend(friends, List.of("a", "b", "c", "d"));
        befriend(friends, List.of("a", "x"));

        assertEquals(List.of(Set.of("a", "b", "c", "d")), new Rings(friends, 0.75).find(4));
        assertEquals(List.of(), new Rings(friends, 0.75).find(5));
    }

    @Test
    void takesNoTownForARing() {
        Random random = new Random(3);
        Map<String, List<String>> friends = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            befriend(friends, List.of("p" + random.nextInt(300), "q" + random.nextInt(300)));
        }

        assertEquals(List.of(), new Rings(friends, 0.75).find(4));
    }

    @Test
    void bearsFriendsWhoAreNoCandidates() {
        Map<String, List<String>> friends = Map.of("a", List.of("old", "b"), "b", List.of("old", "a"));

        assertEquals(List.of(Set.of("a", "b")), new Rings(friends, 0.75).find(2));
    }

    private static void befriend(Map<String, List<String>> friends, List<String> all) {
        for (String one : all) {
            for (String other : all) {
                if (!one.equals(other)) {
                    friends.computeIfAbsent(one, name -> new ArrayList<>()).add(other);
                }
            }
        }
    }
}
