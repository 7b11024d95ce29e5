package org.summertrip.graph.suggestion;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.suggestion.SuggestionGraph.Place;
import org.summertrip.graph.suggestion.SuggestionGraph.Row;
import org.summertrip.graph.user.UserGraph;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;

/** Suggestions page by page, and saying no to one. */
@Singleton
class Suggestions {
    private static final int KEYS = 2;

    private final Neo4j neo4j;
    private final UserGraph users;
    private final SuggestionGraph graph;
    private final Cursors cursors;
    private final Clock clock;

    Suggestions(Neo4j neo4j, UserGraph users, SuggestionGraph graph, Cursors cursors, Clock clock) {
        this.neo4j = neo4j;
        this.users = users;
        this.graph = graph;
        this.cursors = cursors;
        this.clock = clock;
    }

    Uni<Page<Suggestion>> list(UUID me, PageQuery page) {
        String list = "suggestions:" + me;
        Optional<Place> after = place(cursors.read(list, page.cursor(), KEYS));
        return neo4j.read(transaction -> graph.suggest(transaction, me, after, page.limit() + 1))
                .map(rows -> cursors.page(list, rows, page.limit(), Suggestions::keys)
                        .map(Row::suggestion));
    }

    private static Optional<Place> place(List<String> keys) {
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(Double.parseDouble(keys.get(0)), Long.parseLong(keys.get(1))));
    }

    private static List<String> keys(Row row) {
        return List.of(
                String.valueOf(row.place().score()), String.valueOf(row.place().key()));
    }

    /** Never suggests this person to the caller again; 404 when there is no such person to the caller. */
    Uni<Void> dismiss(UUID me, UUID other) {
        return neo4j.write(transaction -> users.lockWithCaller(transaction, me, other)
                .flatMap(locked -> users.visible(transaction, me, other))
                .flatMap(visible -> graph.dismiss(transaction, me, other, Moments.now(clock))));
    }
}
