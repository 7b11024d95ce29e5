package org.summertrip.graph.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What an analysis found.
 *
 * @param communities those that are big enough, the biggest first
 * @param communityOf the community of each person, null for none
 * @param influence the score of each person
 */
record Insight(List<Found> communities, String[] communityOf, double[] influence, double modularity, int rounds) {
    private static final double DIGITS = 1e6;

    /**
     * A community.
     *
     * @param shown the most influential members, by number
     */
    record Found(String id, int size, int[] shown) {}

    /** Communities by number; the adjacency that they are made of can go before the next one is made. */
    private record Partition(int[] numbers, double modularity) {
        static Partition of(Adjacency friends) {
            int[] numbers = Louvain.communities(friends);
            return new Partition(numbers, Louvain.modularity(friends, numbers));
        }
    }

    /**
     * Computes it; takes seconds for a big graph.
     *
     * @param newId for a community that is not the successor of an earlier one
     */
    static Insight of(Population people, AnalysisConfig config, Supplier<String> newId) {
        Partition partition = Partition.of(Adjacency.undirected(people.size(), people.friendships()));
        PageRank.Result rank = PageRank.of(Adjacency.mixed(people.size(), people.friendships(), people.follows()));
        double[] influence = Arrays.stream(rank.scores())
                .map(score -> Math.round(score * DIGITS) / DIGITS)
                .toArray();
        List<int[]> groups = groups(partition.numbers(), config.smallest());
        String[] names = new String[people.size()];
        List<Found> found = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int[] members : groups) {
            String id = successor(members, people, taken).orElseGet(newId);
            taken.add(id);
            for (int member : members) {
                names[member] = id;
            }
            found.add(new Found(id, members.length, mostInfluential(members, influence, config.shown())));
        }
        return new Insight(found, names, influence, partition.modularity(), rank.rounds());
    }

    /** Members of each community of at least this size, the biggest first. */
    private static List<int[]> groups(int[] numbers, int smallest) {
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (int person = 0; person < numbers.length; person++) {
            members.computeIfAbsent(numbers[person], number -> new ArrayList<>())
                    .add(person);
        }
        return members.values().stream()
                .filter(group -> group.size() >= smallest)
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .sorted(Comparator.<int[]>comparingInt(group -> -group.length).thenComparingInt(group -> group[0]))
                .toList();
    }

    /** A community goes on under the name that most of its members had before, unless a bigger one has taken it. */
    private static Optional<String> successor(int[] members, Population people, Set<String> taken) {
        Map<String, Integer> votes = new HashMap<>();
        for (int member : members) {
            String former = people.formerCommunity(member);
            if (former != null && !taken.contains(former)) {
                votes.merge(former, 1, Integer::sum);
            }
        }
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static int[] mostInfluential(int[] members, double[] influence, int most) {
        return Arrays.stream(members)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(member -> -influence[member])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
