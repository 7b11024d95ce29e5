package org.summertrip.graph.analysis;

import java.util.Arrays;

/** Edges as they come in, as pairs of numbers in arrays that grow: objects would take ten times the memory. */
final class EdgeList {
    private static final int FIRST_SIZE = 1024;

    private int[] from = new int[FIRST_SIZE];
    private int[] to = new int[FIRST_SIZE];
    private int size;

    void add(int one, int other) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        from[size] = one;
        to[size] = other;
        size++;
    }

    int size() {
        return size;
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return to[edge];
    }
}
