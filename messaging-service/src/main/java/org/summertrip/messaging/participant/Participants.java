package org.summertrip.messaging.participant;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.Freshness;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;

/** Who takes part in which conversation, and who did: every question about {@code participants}. */
@Singleton
public class Participants {
    private static final int PAGE = 2000;

    private static final String SELECT =
            "SELECT user_id, role, joined_at, left_at, banned_at, muted_until, peer_id FROM participants";
    private static final Query FIND = Query.of(SELECT + " WHERE conversation_id = ? AND user_id = ?");
    private static final Query LIST = Query.of(SELECT + " WHERE conversation_id = ?");
    private static final Query ANYBODY = Query.of("SELECT user_id FROM participants WHERE conversation_id = ? LIMIT 1");

    private final Cql cql;
    private final Freshness freshness;

    Participants(Cql cql, Freshness freshness) {
        this.cql = cql;
        this.freshness = freshness;
    }

    /**
     * Passes only for who takes part now.
     *
     * @throws ProblemException 404 for everybody else, whether the conversation exists or not
     */
    public Uni<Participation> demand(UUID conversationId, UUID userId) {
        return find(conversationId, userId)
                .map(found -> found.filter(Participation::isActive).orElseThrow(ProblemException::notFound));
    }

    /**
     * Passes also for who has left, since they keep what there was until then.
     *
     * @throws ProblemException 404 for everybody else
     */
    public Uni<Participation> demandReader(UUID conversationId, UUID userId) {
        return find(conversationId, userId)
                .map(found -> found.filter(Participation::mayRead).orElseThrow(ProblemException::notFound));
    }

    /** Somebody's part, also a past one. */
    public Uni<Optional<Participation>> find(UUID conversationId, UUID userId) {
        return read(conversationId, userId)
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : freshness
                                .lookFor(conversationId, () -> cql.exists(ANYBODY, conversationId))
                                .flatMap(waited -> read(conversationId, userId)));
    }

    /** Everybody who takes part now. */
    public Uni<List<Participation>> active(UUID conversationId) {
        return cql.all(activeOnes(conversationId));
    }

    /** Some of those who take part now: a conversation of thousands is not listed in every answer. */
    public Uni<List<UUID>> some(UUID conversationId, int most) {
        return cql.first(most, activeOnes(conversationId).map(Participation::userId));
    }

    private Multi<Participation> activeOnes(UUID conversationId) {
        return cql.stream(LIST, PAGE, conversationId).map(Participation::of).filter(Participation::isActive);
    }

    private Uni<Optional<Participation>> read(UUID conversationId, UUID userId) {
        return cql.one(FIND, conversationId, userId)
                .map(row -> row.map(Participation::of).filter(part -> part.joinedAt() != null));
    }
}
