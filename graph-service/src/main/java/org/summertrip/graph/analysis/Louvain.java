package org.summertrip.graph.analysis;

import java.util.Arrays;
import java.util.Random;

/**
 * Louvain's method (Blondel, Guillaume, Lambiotte, Lefebvre 2008): each node moves to the neighbouring community that raises
 * modularity most until none wants to; then every community becomes one node, and it begins again. The order of visits is
 * shuffled with a fixed seed: the same graph gives the same communities.
 */
final class Louvain {
    private static final long SEED = 20_080_310L;
    private static final int MOST_LEVELS = 20;
    private static final int MOST_ROUNDS = 20;
    private static final double WORTHWHILE = 1e-9;

    private Louvain() {}

    /** The community of each node, numbered from 0 without gaps. */
    static int[] communities(Adjacency graph) {
        int[] result = identity(graph.size());
        Adjacency level = graph;
        for (int i = 0; i < MOST_LEVELS; i++) {
            int[] moved = renumbered(new Level(level).settle(new Random(SEED)));
            int count = Arrays.stream(moved).max().orElse(-1) + 1;
            if (count == level.size()) {
                break;
            }
            for (int node = 0; node < result.length; node++) {
                result[node] = moved[result[node]];
            }
            level = Contraction.of(level, moved, count);
        }
        return renumbered(result);
    }

    /** How much denser the communities are inside than chance would have it: 0 for chance, towards 1 for islands. */
    static double modularity(Adjacency graph, int[] communities) {
        int count = Arrays.stream(communities).max().orElse(-1) + 1;
        double[] inside = new double[count];
        double[] total = new double[count];
        double all = 0;
        for (int node = 0; node < graph.size(); node++) {
            for (int i = graph.offsets()[node]; i < graph.offsets()[node + 1]; i++) {
                double weight = graph.weight(i);
                total[communities[node]] += weight;
                inside[communities[node]] += communities[node] == communities[graph.targets()[i]] ? weight : 0;
                all += weight;
            }
        }
        double sum = 0;
        for (int community = 0; community < count && all > 0; community++) {
            double share = total[community] / all;
            sum += inside[community] / all - share * share;
        }
        return sum;
    }

    private static int[] identity(int size) {
        int[] numbers = new int[size];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private static int[] renumbered(int[] communities) {
        int[] numbers = new int[communities.length];
        Arrays.fill(numbers, -1);
        int next = 0;
        int[] result = new int[communities.length];
        for (int node = 0; node < communities.length; node++) {
            if (numbers[communities[node]] < 0) {
                numbers[communities[node]] = next++;
            }
            result[node] = numbers[communities[node]];
        }
        return result;
    }

    /** One level: nodes that move between communities. */
    private static final class Level {
        private final Adjacency graph;
        private final int[] community;
        private final double[] degree;
        private final double[] total;
        /** Weight of the edges between the node at hand and each community; zero again after each visit. */
        private final double[] links;

        private final int[] touched;
        private double all;

        Level(Adjacency graph) {
            this.graph = graph;
            int nodes = graph.size();
            community = identity(nodes);
            degree = new double[nodes];
            links = new double[nodes];
            touched = new int[nodes];
            for (int node = 0; node < nodes; node++) {
                degree[node] = 2 * graph.loops()[node];
                for (int i = graph.offsets()[node]; i < graph.offsets()[node + 1]; i++) {
                    degree[node] += graph.weight(i);
                }
                all += degree[node];
            }
            total = degree.clone();
        }

        int[] settle(Random random) {
            int[] order = shuffled(random);
            int moves = all == 0 ? 0 : 1;
            for (int round = 0; round < MOST_ROUNDS && moves > 0; round++) {
                moves = 0;
                for (int node : order) {
                    moves += move(node) ? 1 : 0;
                }
            }
            return community;
        }

        private boolean move(int node) {
            int count = collectLinks(node);
            int home = community[node];
            total[home] -= degree[node];
            int best = home;
            double most = links[home] - total[home] * degree[node] / all;
            for (int i = 0; i < count; i++) {
                int candidate = touched[i];
                double gain = links[candidate] - total[candidate] * degree[node] / all;
                if (gain > most + WORTHWHILE) {
                    most = gain;
                    best = candidate;
                }
            }
            total[best] += degree[node];
            community[node] = best;
            for (int i = 0; i < count; i++) {
                links[touched[i]] = 0;
            }
            return best != home;
        }

        private int collectLinks(int node) {
            int count = 0;
            for (int i = graph.offsets()[node]; i < graph.offsets()[node + 1]; i++) {
                int neighbour = community[graph.targets()[i]];
                if (links[neighbour] == 0) {
                    touched[count++] = neighbour;
                }
                links[neighbour] += graph.weight(i);
            }
            return count;
        }

        private int[] shuffled(Random random) {
            int[] order = identity(graph.size());
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            return order;
        }
    }
}
