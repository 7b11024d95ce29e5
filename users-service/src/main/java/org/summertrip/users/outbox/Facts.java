package org.summertrip.users.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.id.Ids;

/** Stores an event beside the fact that it tells of. */
@Singleton
public class Facts {
    /** Where everybody reads what happened here. */
    public static final String STREAM = "events.users";

    private static final String SOURCE = "users-service";

    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper mapper;

    public Facts(Ids ids, Clock clock, ObjectMapper mapper) {
        this.ids = ids;
        this.clock = clock;
        this.mapper = mapper;
    }

    /**
     * Stores the event in the present session's transaction: published if that commits, never if not.
     *
     * @param data a record; it must not hold an e-mail address or anything secret
     */
    public Uni<Void> store(String type, UUID subject, Object data) {
        return store(List.of(new Fact(type, subject, data)));
    }

    /** The same for several events, in their order and in one statement. */
    public Uni<Void> store(List<Fact> happened) {
        if (happened.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        StringJoiner rows = new StringJoiner(", ", "insert into outbox (stream, payload) values ", "");
        for (int row = 0; row < happened.size(); row++) {
            rows.add("(:stream, :payload" + row + ")");
        }
        return Panache.getSession().flatMap(session -> {
            var insert = session.createNativeQuery(rows.toString()).setParameter("stream", STREAM);
            for (int row = 0; row < happened.size(); row++) {
                insert.setParameter("payload" + row, write(event(happened.get(row), clock.instant())));
            }
            return insert.executeUpdate().replaceWithVoid();
        });
    }

    /** The event that tells this fact. */
    public CloudEvent event(Fact fact, Instant time) {
        return CloudEvent.of(
                ids.next(), SOURCE, fact.type(), fact.subject().toString(), time, mapper.valueToTree(fact.data()));
    }

    private String write(CloudEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records can be written", impossible);
        }
    }
}
