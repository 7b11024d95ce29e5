package org.summertrip.graph.user;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;

/** Keeps (:User) up to date. An update tells all there is, so it makes a person known even before {@code user.created} came. */
@Singleton
class UserEvents implements EventHandler {
    private static final String ERASED = "user.erased";

    private final UserGraph users;
    private final Erasures erasures;
    private final ObjectMapper mapper;

    UserEvents(UserGraph users, Erasures erasures, ObjectMapper mapper) {
        this.users = users;
        this.erasures = erasures;
        this.mapper = mapper;
    }

    @Override
    public Set<String> types() {
        return Set.of("user.created", "user.updated", ERASED);
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        try {
            return ERASED.equals(event.type())
                    ? erasures.erase(mapper.treeToValue(event.data(), UserFacts.Gone.class)
                            .id())
                    : users.learn(mapper.treeToValue(event.data(), UserFacts.class));
        } catch (JsonProcessingException unreadable) {
            return Uni.createFrom().failure(unreadable);
        }
    }
}
