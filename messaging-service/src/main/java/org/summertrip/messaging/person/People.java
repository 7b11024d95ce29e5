package org.summertrip.messaging.person;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;

/** Every query of {@code users_known}. */
@Singleton
public class People {
    private static final Query KNOW =
            Query.of("INSERT INTO users_known (user_id, name) VALUES (?, ?) USING TIMESTAMP ?");
    private static final Query FORGET = Query.of("DELETE FROM users_known USING TIMESTAMP ? WHERE user_id = ?");
    private static final Query FIND = Query.of("SELECT name FROM users_known WHERE user_id = ?");

    private final Cql cql;

    People(Cql cql) {
        this.cql = cql;
    }

    /**
     * Passes only when all of them are known.
     *
     * @throws ProblemException 404 otherwise
     */
    public Uni<Void> demandKnown(Collection<UUID> userIds) {
        List<Uni<Boolean>> known =
                userIds.stream().map(userId -> cql.exists(FIND, userId)).toList();
        return Uni.join()
                .all(known)
                .andCollectFailures()
                .invoke(all -> {
                    if (all.contains(false)) {
                        throw ProblemException.notFound();
                    }
                })
                .replaceWithVoid();
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
