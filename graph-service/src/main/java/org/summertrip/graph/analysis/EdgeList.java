package org.summertrip.graph.analysis;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Edges as they come in, as pairs of numbers in arrays that grow: objects would take ten times the memory. */
final class EdgeList {
    static final int NOBODY = -1;

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

    /** Calls every end by another name and drops edges of which one end is nobody. */
    void rename(IntUnaryOperator name) {
        int kept = 0;
        for (int edge = 0; edge < size; edge++) {
            int one = name.applyAsInt(from[edge]);
            int other = name.applyAsInt(to[edge]);
            if (one != NOBODY && other != NOBODY) {
                from[kept] = one;
                to[kept] = other;
                kept++;
            }
        }
        size = kept;
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
