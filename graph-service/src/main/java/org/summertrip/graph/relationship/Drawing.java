package org.summertrip.graph.relationship;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A piece of the graph: every end of every edge is among the nodes, each once. */
@RegisterForReflection
public record Drawing(List<Node> nodes, List<Edge> edges) {
    /**
     * A person or a group.
     *
     * @param label {@code User} or {@code Group}
     * @param name what to write beside it; null for a person who gave none
     */
    @RegisterForReflection
    public record Node(UUID id, String label, String name) {}

    /** An edge; friendships have no direction, theirs is only how they are kept. */
    @RegisterForReflection
    public record Edge(UUID from, UUID to, Relation type) {}

    /** An edge with both of its ends. */
    record Line(Node from, Node to, Relation type) {}

    static Drawing of(List<Line> lines) {
        Map<UUID, Node> nodes = new LinkedHashMap<>();
        lines.forEach(line -> {
            nodes.putIfAbsent(line.from().id(), line.from());
            nodes.putIfAbsent(line.to().id(), line.to());
        });
        List<Edge> edges = lines.stream()
                .map(line -> new Edge(line.from().id(), line.to().id(), line.type()))
                .toList();
        return new Drawing(List.copyOf(nodes.values()), edges);
    }
}
