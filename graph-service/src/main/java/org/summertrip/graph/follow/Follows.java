package org.summertrip.graph.follow;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.user.CountedPage;
import org.summertrip.graph.user.Position;
import org.summertrip.graph.user.UserGraph;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.ProblemException;

/** Following, its end, and who does. The locks keep a follow from slipping in beside a block that is being made. */
@Singleton
public class Follows {
    private final Neo4j neo4j;
    private final UserGraph users;
    private final FollowGraph graph;
    private final Cursors cursors;
    private final Clock clock;

    Follows(Neo4j neo4j, UserGraph users, FollowGraph graph, Cursors cursors, Clock clock) {
        this.neo4j = neo4j;
        this.users = users;
        this.graph = graph;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * Follows somebody, if that is not so already.
     *
     * @throws ProblemException 404 when there is no such person to the caller
     */
    Uni<Void> follow(UUID me, UUID other) {
        return neo4j.write(transaction -> users.lockWithCaller(transaction, me, other)
                .flatMap(locked -> graph.follow(transaction, me, other, Moments.now(clock)))
                .invoke(Follows::orNotFound)
                .replaceWithVoid());
    }

    private static void orNotFound(boolean visible) {
        if (!visible) {
            throw ProblemException.notFound();
        }
    }

    Uni<Void> unfollow(UUID me, UUID other) {
        return neo4j.write(transaction -> graph.unfollow(transaction, me, other));
    }

    /** Ends it both ways, as a part of something greater that holds the locks on both. */
    public Uni<Void> end(Transaction transaction, UUID me, UUID other) {
        return graph.end(transaction, me, other);
    }

    Uni<CountedPage<Follow>> followed(UUID me, PageQuery page) {
        String list = "follows:" + me;
        Position after = Position.of(cursors.read(list, page.cursor(), Position.KEYS));
        return neo4j.read(transaction -> graph.followed(transaction, me, after, page.limit() + 1)
                .map(rows -> page(list, rows, page.limit()))
                .flatMap(items -> graph.followedCount(transaction, me).map(total -> CountedPage.of(items, total))));
    }

    Uni<CountedPage<Follow>> followers(UUID me, PageQuery page) {
        String list = "followers:" + me;
        Position after = Position.of(cursors.read(list, page.cursor(), Position.KEYS));
        return neo4j.read(transaction -> graph.followers(transaction, me, after, page.limit() + 1)
                .map(rows -> page(list, rows, page.limit()))
                .flatMap(items -> graph.followerCount(transaction, me).map(total -> CountedPage.of(items, total))));
    }

    private Page<Follow> page(String list, List<Follow> rows, int limit) {
        return cursors.page(list, rows, limit, follow -> Position.keys(follow.since(), follow.user()));
    }
}
