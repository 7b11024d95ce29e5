package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.Query;

/** What {@code notifications_about} is read for: in whose notifications somebody is named. */
@Singleton
class Mentions {
    private static final int PAGE = 500;

    private static final Query LIST =
            Query.of("SELECT actor_id, user_id, notification_id FROM notifications_about WHERE actor_id = ?");
    private static final Query FORGET =
            Query.of("DELETE FROM notifications_about WHERE actor_id = ? AND user_id = ? AND notification_id = ?");
    private static final Query REMOVE =
            Query.of("DELETE FROM notifications WHERE user_id = ? AND bucket = ? AND notification_id = ?");

    private final Cql cql;

    Mentions(Cql cql) {
        this.cql = cql;
    }

    Multi<Mention> of(UUID actorId) {
        return cql.stream(LIST, PAGE, actorId)
                .map(row ->
                        new Mention(row.getUuid("actor_id"), row.getUuid("user_id"), row.getUuid("notification_id")));
    }

    /**
     * Removes what somebody was told of a person. One that named others too goes as a whole: whoever wrote in the conversation
     * since still counts as unread there.
     */
    Uni<Void> remove(Mention mention) {
        return cql.run(REMOVE, mention.userId(), Bucket.of(mention.notificationId()), mention.notificationId())
                .flatMap(removed -> cql.run(FORGET, mention.actorId(), mention.userId(), mention.notificationId()));
    }

    /** The same from the other side: who is named does not keep whom they were named to. */
    Uni<Void> forgetReceiver(Named named) {
        return InParallel.all(named.actors(), actor -> cql.run(FORGET, actor, named.userId(), named.notificationId()))
                .replaceWithVoid();
    }

    /** Somebody is named in a notification. */
    record Mention(UUID actorId, UUID userId, UUID notificationId) {}
}
