package org.summertrip.users.gone;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Remembers who deleted what; to be used inside the transaction that deletes. */
@Singleton
public class Gone {
    private static final String REMEMBER =
            "insert into gone (kind, id, user_id, at) values (:kind, :id, :user, :at)" + " on conflict do nothing";
    private static final String KNOWS = "select count(*) from gone where kind = :kind and id = :id and user_id = :user";

    private final Clock clock;

    public Gone(Clock clock) {
        this.clock = clock;
    }

    /** What can be deleted by its id. */
    public enum Kind {
        GROUP,
        /** The id of the group that somebody is not in any more. */
        MEMBERSHIP,
        ACTIVITY
    }

    public Uni<Void> remember(Kind kind, UUID id, UUID userId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(REMEMBER)
                        .setParameter("kind", kind.name())
                        .setParameter("id", id)
                        .setParameter("user", userId)
                        .setParameter("at", clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether this person had such a thing and it is gone. */
    public Uni<Boolean> knows(Kind kind, UUID id, UUID userId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(KNOWS, Long.class)
                        .setParameter("kind", kind.name())
                        .setParameter("id", id)
                        .setParameter("user", userId)
                        .getSingleResult())
                .map(count -> count > 0);
    }
}
