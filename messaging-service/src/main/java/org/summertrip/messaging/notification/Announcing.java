package org.summertrip.messaging.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.outbox.News;
import org.summertrip.messaging.outbox.Outgoing;
import org.summertrip.messaging.outbox.Push;

/**
 * Stores new notifications together with the event and the push that follow from them. Those of one fact go in bundles: a batch
 * for each of fifteen hundred people would cost more than it protects.
 */
@Singleton
class Announcing {
    /** What Cassandra takes in one batch is limited in bytes; this stays well below. */
    private static final int IN_A_BUNDLE = 12;
    /** Dozens of rows each: more would make a busy node miss its own timeouts. */
    private static final int BUNDLES_AT_ONCE = 8;

    private static final String CREATED = "notification.created";

    private final Outgoing outgoing;
    private final ObjectMapper mapper;

    Announcing(Outgoing outgoing, ObjectMapper mapper) {
        this.outgoing = outgoing;
        this.mapper = mapper;
    }

    Uni<Void> announce(List<Draft> drafts) {
        List<List<Draft>> bundles = new ArrayList<>();
        for (int from = 0; from < drafts.size(); from += IN_A_BUNDLE) {
            bundles.add(drafts.subList(from, Math.min(drafts.size(), from + IN_A_BUNDLE)));
        }
        return InParallel.all(bundles, BUNDLES_AT_ONCE, this::store).replaceWithVoid();
    }

    private Uni<Void> store(List<Draft> bundle) {
        List<Write> writes =
                bundle.stream().flatMap(draft -> draft.writes().stream()).toList();
        News[] news = bundle.stream().map(draft -> news(draft.notification())).toArray(News[]::new);
        return outgoing.store(writes, news);
    }

    private News news(Notification notification) {
        Push push = new Push(CREATED, mapper.valueToTree(notification), null, List.of(notification.userId()));
        return News.of(
                CREATED, notification.userId(), notification.createdAt(), NotificationCreated.of(notification), push);
    }
}
