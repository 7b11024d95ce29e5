package org.summertrip.graph.anomaly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds rings: accounts that are friends of each other and of hardly anybody else. Two friends belong together when those whom
 * they know are mostly the same (Jaccard's measure, each counting as known to himself); a ring is whoever hangs together in this
 * way. A mere density would take every young town for a ring.
 */
final class Rings {
    private final Map<String, Set<String>> known = new HashMap<>();
    private final double overlap;

    /**
     * Takes candidates.
     *
     * @param friends of each candidate, all of them
     */
    Rings(Map<String, List<String>> friends, double overlap) {
        this.overlap = overlap;
        friends.forEach((person, others) -> {
            Set<String> all = new HashSet<>(others);
            all.add(person);
            known.put(person, all);
        });
    }

    /** Rings of at least this size. */
    List<Set<String>> find(int smallest) {
        List<Set<String>> rings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String person : known.keySet()) {
            if (seen.add(person)) {
                Set<String> ring = ringOf(person);
                seen.addAll(ring);
                if (ring.size() >= smallest) {
                    rings.add(ring);
                }
            }
        }
        return rings;
    }

    private Set<String> ringOf(String first) {
        Set<String> ring = new HashSet<>(Set.of(first));
        Deque<String> open = new ArrayDeque<>(ring);
        while (!open.isEmpty()) {
            String person = open.pop();
            for (String friend : known.get(person)) {
                if (known.containsKey(friend) && !ring.contains(friend) && belongTogether(person, friend)) {
                    ring.add(friend);
                    open.push(friend);
                }
            }
        }
        return ring;
    }

    private boolean belongTogether(String one, String other) {
        Set<String> both = new HashSet<>(known.get(one));
        both.retainAll(known.get(other));
        int all = known.get(one).size() + known.get(other).size() - both.size();
        return both.size() >= overlap * all;
    }
}
