package org.summertrip.graph.mutual;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.summertrip.graph.group.GroupHead;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.user.PublicUser;
import org.summertrip.graph.user.UserGraph;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.PageQuery;

/** Two lists side by side, each with its own place in one cursor. */
@Singleton
class MutualPages {
    private static final int KEYS = 2;
    private static final List<String> BEGINNING = List.of("", "");
    /** Comes after every id. */
    private static final String END = "~";

    private final Neo4j neo4j;
    private final UserGraph users;
    private final MutualGraph graph;
    private final Cursors cursors;

    MutualPages(Neo4j neo4j, UserGraph users, MutualGraph graph, Cursors cursors) {
        this.neo4j = neo4j;
        this.users = users;
        this.graph = graph;
        this.cursors = cursors;
    }

    /** What the two have in common; 404 when the other is nobody to the caller. */
    Uni<Mutual> with(UUID me, UUID other, PageQuery page) {
        String list = "mutual:" + me + ":" + other;
        List<String> read = cursors.read(list, page.cursor(), KEYS);
        List<String> after = read.isEmpty() ? BEGINNING : read;
        return neo4j.read(transaction -> users.visible(transaction, me, other)
                .flatMap(visible -> both(transaction, me, other, after, page.limit() + 1))
                .map(found -> cut(list, found, page.limit())));
    }

    private Uni<Mutual> both(Transaction transaction, UUID me, UUID other, List<String> after, int limit) {
        return graph.friends(transaction, me, other, after.get(0), limit)
                .flatMap(friends -> graph.groups(transaction, me, other, after.get(1), limit)
                        .map(groups -> new Mutual(friends, groups, null)));
    }

    private Mutual cut(String list, Mutual found, int limit) {
        String friend = position(found.friends(), limit, PublicUser::id);
        String group = position(found.groups(), limit, GroupHead::id);
        boolean last = END.equals(friend) && END.equals(group);
        return new Mutual(
                first(found.friends(), limit),
                first(found.groups(), limit),
                last ? null : cursors.write(list, List.of(friend, group)));
    }

    private static <T> String position(List<T> rows, int limit, Function<T, UUID> id) {
        return rows.size() > limit ? id.apply(rows.get(limit - 1)).toString() : END;
    }

    private static <T> List<T> first(List<T> rows, int limit) {
        return rows.subList(0, Math.min(limit, rows.size()));
    }
}
