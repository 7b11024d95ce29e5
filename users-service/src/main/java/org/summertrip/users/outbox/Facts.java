package org.summertrip.users.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
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
     * Stores the event in the given session's transaction: published if that commits, never if not.
     *
     * @param data a record; it must not hold an e-mail address or anything secret
     */
    public Uni<Void> store(Mutiny.Session session, String type, UUID subject, Object data) {
        CloudEvent event =
                CloudEvent.of(ids.next(), SOURCE, type, subject.toString(), clock.instant(), mapper.valueToTree(data));
        return session.createNativeQuery("insert into outbox (stream, payload) values (:stream, :payload)")
                .setParameter("stream", STREAM)
                .setParameter("payload", write(event))
                .executeUpdate()
                .replaceWithVoid();
    }

    private String write(CloudEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records can be written", impossible);
        }
    }
}
