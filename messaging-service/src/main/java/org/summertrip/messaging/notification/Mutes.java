package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;

/** Every query of {@code notification_mutes}. */
@Singleton
class Mutes {
    private static final Query MUTE =
            Query.of("INSERT INTO notification_mutes (user_id, type, muted_at) VALUES (?, ?, ?)");
    private static final Query UNMUTE = Query.of("DELETE FROM notification_mutes WHERE user_id = ? AND type = ?");
    private static final Query FIND = Query.of("SELECT type FROM notification_mutes WHERE user_id = ? AND type = ?");
    private static final Query LIST = Query.of("SELECT type, muted_at FROM notification_mutes WHERE user_id = ?");
    private static final Query FORGET = Query.of("DELETE FROM notification_mutes WHERE user_id = ?");

    private final Cql cql;
    private final Clock clock;

    Mutes(Cql cql, Clock clock) {
        this.cql = cql;
        this.clock = clock;
    }

    Uni<Boolean> isMuted(UUID userId, Type type) {
        return cql.exists(FIND, userId, type.name());
    }

    /** A type that is muted already keeps the time since when. */
    Uni<Void> mute(UUID userId, Type type) {
        return isMuted(userId, type)
                .flatMap(muted ->
                        muted ? Uni.createFrom().voidItem() : cql.run(MUTE, userId, type.name(), clock.instant()));
    }

    Uni<Void> unmute(UUID userId, Type type) {
        return cql.run(UNMUTE, userId, type.name());
    }

    Uni<List<MutedType>> of(UUID userId) {
        return cql.all(cql.stream(LIST, Type.values().length, userId)
                .map(row -> new MutedType(Type.valueOf(row.getString("type")), row.getInstant("muted_at"))));
    }

    Uni<Void> forget(UUID userId) {
        return cql.run(FORGET, userId);
    }
}
