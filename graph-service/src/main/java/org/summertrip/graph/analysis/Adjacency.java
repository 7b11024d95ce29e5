package org.summertrip.graph.analysis;

/**
 * A graph in compressed rows: the neighbours of node {@code i} are {@code targets[offsets[i]]} up to
 * {@code targets[offsets[i + 1] - 1]}.
 *
 * @param weights of the edges to the neighbours, or null where each is one
 * @param loops the weight of each node's edge to itself, counted once
 */
record Adjacency(int[] offsets, int[] targets, float[] weights, double[] loops) {
    int size() {
        return loops.length;
    }

    float weight(int edge) {
        return weights == null ? 1 : weights[edge];
    }

    /** Both directions of every edge, each of weight one. */
    static Adjacency undirected(int nodes, EdgeList edges) {
        return mixed(nodes, edges, new EdgeList());
    }

    /** Both directions of the first edges, one of the directed. */
    static Adjacency mixed(int nodes, EdgeList undirected, EdgeList directed) {
        int[] offsets = new int[nodes + 1];
        for (int i = 0; i < undirected.size(); i++) {
            offsets[undirected.from(i) + 1]++;
            offsets[undirected.to(i) + 1]++;
        }
        for (int i = 0; i < directed.size(); i++) {
            offsets[directed.from(i) + 1]++;
        }
        for (int i = 0; i < nodes; i++) {
            offsets[i + 1] += offsets[i];
        }
        int[] next = offsets.clone();
        int[] targets = new int[offsets[nodes]];
        for (int i = 0; i < undirected.size(); i++) {
            targets[next[undirected.from(i)]++] = undirected.to(i);
            targets[next[undirected.to(i)]++] = undirected.from(i);
        }
        for (int i = 0; i < directed.size(); i++) {
            targets[next[directed.from(i)]++] = directed.to(i);
        }
        return new Adjacency(offsets, targets, null, new double[nodes]);
    }
}
