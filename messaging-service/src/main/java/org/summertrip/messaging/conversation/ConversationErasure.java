package org.summertrip.messaging.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.erasure.Erasable;
import org.summertrip.messaging.participant.Partings;
import org.summertrip.messaging.participant.Seat;
import org.summertrip.messaging.participant.Seats;

/** Takes somebody out of every conversation they ever took part in. The conversations stay for the others. */
@Singleton
@Priority(100)
class ConversationErasure implements Erasable {
    private static final Query FOUNDER = Query.of("SELECT created_by FROM conversations WHERE conversation_id = ?");
    private static final Query FORGET_FOUNDER =
            Query.of("UPDATE conversations SET created_by = ? WHERE conversation_id = ?");
    private static final Query FORGET_PAIR =
            Query.conditional("DELETE FROM direct_conversations WHERE lower_user = ? AND upper_user = ? IF EXISTS");

    private final Seats seats;
    private final Partings partings;
    private final Cql cql;

    ConversationErasure(Seats seats, Partings partings, Cql cql) {
        this.seats = seats;
        this.partings = partings;
        this.cql = cql;
    }

    @Override
    public String what() {
        return "conversations";
    }

    @Override
    public Uni<Long> erase(UUID userId) {
        return seats.of(userId)
                .call(all -> InParallel.all(all, seat -> leave(seat, userId)))
                .call(all -> partings.removeList(userId))
                .map(all -> (long) all.size());
    }

    private Uni<Void> leave(Seat seat, UUID userId) {
        UUID id = seat.conversationId();
        return partings.peerOf(id, userId)
                .flatMap(peer -> peer.map(staying -> forgetPair(id, userId, staying))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .flatMap(parted -> forgetFounder(id, userId))
                .flatMap(forgotten -> partings.remove(id, userId));
    }

    private Uni<Void> forgetPair(UUID conversationId, UUID userId, UUID staying) {
        UUID lower = userId.compareTo(staying) < 0 ? userId : staying;
        UUID upper = lower.equals(userId) ? staying : userId;
        return cql.run(FORGET_PAIR, lower, upper).flatMap(gone -> partings.forgetPeer(conversationId, staying));
    }

    private Uni<Void> forgetFounder(UUID conversationId, UUID userId) {
        return cql.one(FOUNDER, conversationId)
                .flatMap(row -> row.filter(found -> userId.equals(found.getUuid("created_by")))
                        .map(found -> cql.run(FORGET_FOUNDER, Uuid7.NOBODY, conversationId))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
