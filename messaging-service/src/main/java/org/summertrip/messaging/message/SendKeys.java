package org.summertrip.messaging.message;

import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;

/**
 * Every query of {@code idempotency_keys}: which message a key stands for. The first to claim a key decides the message's id for
 * everybody, on whichever replica; whoever comes after writes, if need be, the very same row.
 */
@Singleton
class SendKeys {
    private static final Query FIND =
            Query.of("SELECT fingerprint, message_id FROM idempotency_keys WHERE user_id = ? AND key = ?");
    private static final Query CLAIM = Query.conditional("""
            INSERT INTO idempotency_keys (user_id, key, fingerprint, message_id) VALUES (?, ?, ?, ?) IF NOT EXISTS""");

    private static final Query FORGET = Query.of("DELETE FROM idempotency_keys WHERE user_id = ?");

    private final Cql cql;
    private final Idempotency idempotency;
    private final ObjectMapper mapper;

    SendKeys(Cql cql, Idempotency idempotency, ObjectMapper mapper) {
        this.cql = cql;
        this.idempotency = idempotency;
        this.mapper = mapper;
    }

    /** What tells bodies apart. */
    String fingerprint(NewMessage message) {
        try {
            return idempotency.fingerprint(mapper.writeValueAsBytes(message));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what came in as JSON goes out as JSON", impossible);
        }
    }

    Uni<Optional<Claim>> find(UUID userId, String key) {
        return cql.one(FIND, userId, key).map(row -> row.map(SendKeys::claim));
    }

    Uni<Claim> claim(UUID userId, String key, Claim mine) {
        return cql.execute(CLAIM, userId, key, mine.fingerprint(), mine.messageId())
                .map(claimed -> claimed.wasApplied() ? mine : claim(claimed.one()));
    }

    Uni<Void> forget(UUID userId) {
        return cql.run(FORGET, userId);
    }

    private static Claim claim(Row row) {
        return new Claim(row.getString("fingerprint"), row.getUuid("message_id"));
    }

    /**
     * What a key stands for.
     *
     * @param fingerprint of the body that it was used with
     */
    record Claim(String fingerprint, UUID messageId) {}
}
