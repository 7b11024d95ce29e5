package org.summertrip.messaging.block;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.participant.Permits;

/** Every query of {@code blocks}, where each block is seen from both sides. */
@Singleton
public class Blocks {
    private static final int PAGE = 500;

    private static final Query SET =
            Query.of("UPDATE blocks USING TIMESTAMP ? SET blocks = ? WHERE user_id = ? AND other_id = ?");
    private static final Query SET_OTHER_SIDE =
            Query.of("UPDATE blocks USING TIMESTAMP ? SET blocked_by = ? WHERE user_id = ? AND other_id = ?");
    private static final Query FIND =
            Query.of("SELECT blocks, blocked_by FROM blocks WHERE user_id = ? AND other_id = ?");
    private static final Query OTHERS = Query.of("SELECT other_id, blocks FROM blocks WHERE user_id = ?");
    private static final Query FORGET = Query.of("DELETE FROM blocks USING TIMESTAMP ? WHERE user_id = ?");
    private static final Query FORGET_ONE =
            Query.of("DELETE FROM blocks USING TIMESTAMP ? WHERE user_id = ? AND other_id = ?");

    private final Cql cql;
    private final Permits permits;

    Blocks(Cql cql, Permits permits) {
        this.cql = cql;
        this.permits = permits;
    }

    /**
     * Passes when nobody of these has blocked the other, in whichever direction.
     *
     * @throws ProblemException 404 otherwise: the blocked side must not be able to tell
     */
    public Uni<Void> demandNone(UUID userId, Collection<UUID> others) {
        return InParallel.all(others, other -> isBetween(userId, other))
                .invoke(blocked -> {
                    if (blocked.contains(true)) {
                        throw ProblemException.notFound();
                    }
                })
                .replaceWithVoid();
    }

    /** Whether either of two has blocked the other. */
    public Uni<Boolean> isBetween(UUID userId, UUID other) {
        return cql.one(FIND, userId, other)
                .map(row -> row.map(found -> found.getBoolean("blocks") || found.getBoolean("blocked_by"))
                        .orElse(false));
    }

    Uni<Void> set(UUID userId, UUID blockedId, boolean blocked, long writeTime) {
        return permits.revokedBy(cql.atomically(List.of(
                new Write(SET, writeTime, blocked, userId, blockedId),
                new Write(SET_OTHER_SIDE, writeTime, blocked, blockedId, userId))));
    }

    /** Whom somebody has blocked. */
    Uni<List<UUID>> of(UUID userId) {
        return cql.all(cql.stream(OTHERS, PAGE, userId)
                .filter(row -> row.getBoolean("blocks"))
                .map(row -> row.getUuid("other_id")));
    }

    Uni<Void> forget(UUID userId, long writeTime) {
        return cql.all(cql.stream(OTHERS, PAGE, userId).map(row -> row.getUuid("other_id")))
                .flatMap(others -> InParallel.all(others, other -> cql.run(FORGET_ONE, writeTime, other, userId)))
                .flatMap(forgotten -> cql.run(FORGET, writeTime, userId));
    }
}
