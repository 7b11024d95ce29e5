package org.summertrip.graph.relationship;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.summertrip.graph.relationship.Drawing.Line;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.store.Transaction;

/** Puts drawings together, kind by kind, until there are as many edges as were asked for. */
@Singleton
class Drawings {
    private final Neo4j neo4j;
    private final DrawingGraph graph;

    Drawings(Neo4j neo4j, DrawingGraph graph) {
        this.neo4j = neo4j;
        this.graph = graph;
    }

    /** Somebody's own edges first, then those between the neighbours. */
    Uni<Drawing> neighbourhood(UUID me, List<Relation> types, boolean all, int limit) {
        return neo4j.read(transaction -> fill(
                        List.of(), types, limit, (type, left) -> graph.around(transaction, me, type, all, left))
                .flatMap(own -> fill(own, types, limit, (type, left) -> graph.among(transaction, me, type, left)))
                .map(Drawing::of));
    }

    /** Anybody's edges. */
    Uni<Drawing> anywhere(List<Relation> types, int limit) {
        return neo4j.read((Transaction transaction) -> fill(
                        List.of(), types, limit, (type, left) -> graph.anywhere(transaction, type, left))
                .map(Drawing::of));
    }

    private static Uni<List<Line>> fill(
            List<Line> begun, List<Relation> types, int limit, BiFunction<Relation, Integer, Uni<List<Line>>> source) {
        Uni<List<Line>> filled = Uni.createFrom().item(begun);
        for (Relation type : types) {
            filled = filled.flatMap(lines -> lines.size() >= limit
                    ? Uni.createFrom().item(lines)
                    : source.apply(type, limit - lines.size()).map(more -> joined(lines, more)));
        }
        return filled;
    }

    private static List<Line> joined(List<Line> lines, List<Line> more) {
        List<Line> all = new ArrayList<>(lines);
        all.addAll(more);
        return all;
    }
}
