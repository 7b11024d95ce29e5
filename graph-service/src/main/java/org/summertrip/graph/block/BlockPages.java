package org.summertrip.graph.block;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.user.Position;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;

/** Whom one has blocked, page by page. */
@Singleton
class BlockPages {
    private final Neo4j neo4j;
    private final BlockGraph graph;
    private final Cursors cursors;

    BlockPages(Neo4j neo4j, BlockGraph graph, Cursors cursors) {
        this.neo4j = neo4j;
        this.graph = graph;
        this.cursors = cursors;
    }

    Uni<Page<Block>> blocked(UUID me, PageQuery page) {
        String list = "blocks:" + me;
        Position after = Position.of(cursors.read(list, page.cursor(), Position.KEYS));
        return neo4j.read(transaction -> graph.blocked(transaction, me, after, page.limit() + 1))
                .map(rows ->
                        cursors.page(list, rows, page.limit(), block -> Position.keys(block.since(), block.user())));
    }
}
