package org.summertrip.messaging.notification;

import com.datastax.oss.driver.api.core.cql.Row;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;

/** Every query of {@code message_notices}. */
@Singleton
class NoticeStore {
    private static final Query PUT = Query.of("""
            INSERT INTO message_notices (user_id, conversation_id, notification_id, last_message_id)
            VALUES (?, ?, ?, ?)""");
    private static final Query FIND = Query.of("""
            SELECT user_id, conversation_id, notification_id, last_message_id FROM message_notices
            WHERE user_id = ? AND conversation_id = ?""");
    private static final Query FORGET = Query.of("DELETE FROM message_notices WHERE user_id = ?");

    private final Cql cql;

    NoticeStore(Cql cql) {
        this.cql = cql;
    }

    Write putting(Notice notice) {
        return new Write(
                PUT, notice.userId(), notice.conversationId(), notice.notificationId(), notice.lastMessageId());
    }

    Uni<Optional<Notice>> find(UUID userId, UUID conversationId) {
        return cql.one(FIND, userId, conversationId).map(row -> row.map(NoticeStore::notice));
    }

    Uni<Void> forget(UUID userId) {
        return cql.run(FORGET, userId);
    }

    private static Notice notice(Row row) {
        return new Notice(
                row.getUuid("user_id"),
                row.getUuid("conversation_id"),
                row.getUuid("notification_id"),
                row.getUuid("last_message_id"));
    }
}
