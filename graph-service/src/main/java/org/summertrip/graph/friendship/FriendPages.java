package org.summertrip.graph.friendship;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.user.CountedPage;
import org.summertrip.graph.user.Position;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.PageQuery;

/** One's friends and requests, page by page. */
@Singleton
class FriendPages {
    private final Neo4j neo4j;
    private final FriendshipGraph graph;
    private final Cursors cursors;

    FriendPages(Neo4j neo4j, FriendshipGraph graph, Cursors cursors) {
        this.neo4j = neo4j;
        this.graph = graph;
        this.cursors = cursors;
    }

    Uni<CountedPage<Friend>> friends(UUID me, PageQuery page) {
        String list = "friends:" + me;
        Position after = Position.of(cursors.read(list, page.cursor(), Position.KEYS));
        return neo4j.read(transaction -> graph.friends(transaction, me, after, page.limit() + 1)
                .map(rows ->
                        cursors.page(list, rows, page.limit(), friend -> Position.keys(friend.since(), friend.user())))
                .flatMap(items -> graph.friendCount(transaction, me).map(total -> CountedPage.of(items, total))));
    }

    Uni<CountedPage<FriendRequest>> requests(UUID me, Direction direction, PageQuery page) {
        String list = "friend-requests:" + direction + ":" + me;
        Position after = Position.of(cursors.read(list, page.cursor(), Position.KEYS));
        return neo4j.read(transaction -> graph.requests(transaction, me, direction, after, page.limit() + 1)
                .map(rows -> cursors.page(
                        list, rows, page.limit(), request -> Position.keys(request.requestedAt(), request.user())))
                .flatMap(items ->
                        graph.requestCount(transaction, me, direction).map(total -> CountedPage.of(items, total))));
    }
}
