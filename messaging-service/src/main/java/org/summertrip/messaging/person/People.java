package org.summertrip.messaging.person;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.Freshness;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.Query;

/** Every query of {@code users_known}. */
@Singleton
public class People {
    private static final Query KNOW =
            Query.of("INSERT INTO users_known (user_id, name) VALUES (?, ?) USING TIMESTAMP ?");
    private static final Query FORGET = Query.of("DELETE FROM users_known USING TIMESTAMP ? WHERE user_id = ?");
    private static final Query FIND = Query.of("SELECT name FROM users_known WHERE user_id = ?");

    private final Cql cql;
    private final Freshness freshness;

    People(Cql cql, Freshness freshness) {
        this.cql = cql;
        this.freshness = freshness;
    }

    /**
     * Passes only when all of them are known.
     *
     * @throws ProblemException 404 otherwise
     */
    public Uni<Void> demandKnown(Collection<UUID> userIds) {
        return InParallel.all(userIds, userId -> freshness.lookFor(userId, () -> isKnown(userId)))
                .invoke(all -> {
                    if (all.contains(false)) {
                        throw ProblemException.notFound();
                    }
                })
                .replaceWithVoid();
    }

    public Uni<Boolean> isKnown(UUID userId) {
        return cql.exists(FIND, userId);
    }

    /** How to call somebody; empty for who is not known (yet) or has no name. */
    public Uni<Optional<String>> nameOf(UUID userId) {
        return cql.one(FIND, userId)
                .map(row -> row.map(found -> found.getString("name")).filter(name -> !name.isEmpty()));
    }

    Uni<Void> know(UUID userId, String name, long writeTime) {
        return cql.run(KNOW, userId, name, writeTime);
    }

    Uni<Void> forget(UUID userId, long writeTime) {
        return cql.run(FORGET, writeTime, userId);
    }
}
