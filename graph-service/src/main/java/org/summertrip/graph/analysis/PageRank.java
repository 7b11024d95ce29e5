package org.summertrip.graph.analysis;

import java.util.Arrays;

/**
 * PageRank by power iteration: where somebody ends up who walks along the edges and, now and then, or where there is no edge,
 * begins anew anywhere. Scores are multiplied by the number of people, so that the average is 1 whatever the size.
 */
final class PageRank {
    private static final double DAMPING = 0.85;
    private static final double PRECISION = 1e-6;
    private static final int MOST_ROUNDS = 100;

    private PageRank() {}

    /**
     * The outcome.
     *
     * @param rounds how many iterations it took
     */
    record Result(double[] scores, int rounds) {}

    static Result of(Adjacency graph) {
        int nodes = graph.size();
        double[] rank = new double[nodes];
        Arrays.fill(rank, 1.0);
        int rounds = 0;
        double change = nodes;
        while (rounds < MOST_ROUNDS && change > PRECISION * nodes) {
            double[] next = step(graph, rank);
            change = distance(rank, next);
            rank = next;
            rounds++;
        }
        return new Result(rank, rounds);
    }

    private static double[] step(Adjacency graph, double[] rank) {
        int nodes = graph.size();
        int[] offsets = graph.offsets();
        double[] next = new double[nodes];
        double nowhere = 0;
        for (int node = 0; node < nodes; node++) {
            int degree = offsets[node + 1] - offsets[node];
            if (degree == 0) {
                nowhere += rank[node];
            }
            double share = rank[node] / degree;
            for (int i = offsets[node]; i < offsets[node + 1]; i++) {
                next[graph.targets()[i]] += share;
            }
        }
        double anew = 1 - DAMPING + DAMPING * nowhere / nodes;
        for (int node = 0; node < nodes; node++) {
            next[node] = anew + DAMPING * next[node];
        }
        return next;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum;
    }
}
