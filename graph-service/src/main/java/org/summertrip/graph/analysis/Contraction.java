package org.summertrip.graph.analysis;

import java.util.Arrays;

/** Makes one node of every community; edges inside become the node's loop, edges between two are added up. */
final class Contraction {
    private final Adjacency graph;
    private final int[] community;
    private final int count;
    private final double[] loops;
    private final double[] links;
    private final int[] touched;
    private int[] targets;
    private float[] weights;
    private int size;

    private Contraction(Adjacency graph, int[] community, int count) {
        this.graph = graph;
        this.community = community;
        this.count = count;
        loops = new double[count];
        links = new double[count];
        touched = new int[count];
        targets = new int[1024];
        weights = new float[1024];
    }

    static Adjacency of(Adjacency graph, int[] community, int count) {
        return new Contraction(graph, community, count).contract();
    }

    private Adjacency contract() {
        int[] starts = new int[count + 1];
        for (int member : community) {
            starts[member + 1]++;
        }
        for (int i = 0; i < count; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        int[] members = new int[community.length];
        for (int node = 0; node < community.length; node++) {
            members[next[community[node]]++] = node;
        }
        int[] offsets = new int[count + 1];
        for (int one = 0; one < count; one++) {
            append(one, members, starts[one], starts[one + 1]);
            offsets[one + 1] = size;
        }
        return new Adjacency(offsets, Arrays.copyOf(targets, size), Arrays.copyOf(weights, size), loops);
    }

    private void append(int one, int[] members, int from, int to) {
        int found = 0;
        for (int m = from; m < to; m++) {
            int node = members[m];
            loops[one] += graph.loops()[node];
            for (int i = graph.offsets()[node]; i < graph.offsets()[node + 1]; i++) {
                int other = community[graph.targets()[i]];
                if (other == one) {
                    loops[one] += graph.weight(i) / 2;
                } else {
                    if (links[other] == 0) {
                        touched[found++] = other;
                    }
                    links[other] += graph.weight(i);
                }
            }
        }
        ensure(size + found);
        for (int i = 0; i < found; i++) {
            targets[size] = touched[i];
            weights[size++] = (float) links[touched[i]];
            links[touched[i]] = 0;
        }
    }

    private void ensure(int wanted) {
        if (wanted > targets.length) {
            int room = Math.max(wanted, targets.length * 2);
            targets = Arrays.copyOf(targets, room);
            weights = Arrays.copyOf(weights, room);
        }
    }
}
