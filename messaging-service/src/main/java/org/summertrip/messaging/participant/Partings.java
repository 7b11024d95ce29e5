package org.summertrip.messaging.participant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;

/** Takes people out of conversations without a trace; who merely leaves is {@link Seats}' business. */
@Singleton
public class Partings {
    private static final Query PEER =
            Query.of("SELECT peer_id FROM participants WHERE conversation_id = ? AND user_id = ?");
    private static final Query FORGET_PEER =
            Query.of("UPDATE participants SET peer_id = ? WHERE conversation_id = ? AND user_id = ?");
    private static final Query REMOVE = Query.of("DELETE FROM participants WHERE conversation_id = ? AND user_id = ?");
    private static final Query REMOVE_LIST = Query.of("DELETE FROM conversations_by_user WHERE user_id = ?");

    private final Cql cql;
    private final Permits permits;

    Partings(Cql cql, Permits permits) {
        this.cql = cql;
        this.permits = permits;
    }

    /** The other one of a direct conversation. */
    public Uni<Optional<UUID>> peerOf(UUID conversationId, UUID userId) {
        return cql.one(PEER, conversationId, userId).map(row -> row.map(found -> found.getUuid("peer_id")));
    }

    /** Lets the one who stays in a direct conversation forget whom they talked to. */
    public Uni<Void> forgetPeer(UUID conversationId, UUID staying) {
        return cql.run(FORGET_PEER, Uuid7.NOBODY, conversationId, staying);
    }

    public Uni<Void> remove(UUID conversationId, UUID userId) {
        return permits.revokedBy(cql.run(REMOVE, conversationId, userId));
    }

    /** The list that says where somebody was: goes last. */
    public Uni<Void> removeList(UUID userId) {
        return cql.run(REMOVE_LIST, userId);
    }
}
