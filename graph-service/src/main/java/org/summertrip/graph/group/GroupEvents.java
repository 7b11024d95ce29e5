package org.summertrip.graph.group;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;

/** Keeps (:Group) up to date. */
@Singleton
class GroupEvents implements EventHandler {
    private static final String DELETED = "group.deleted";

    private final GroupGraph groups;
    private final ObjectMapper mapper;

    GroupEvents(GroupGraph groups, ObjectMapper mapper) {
        this.groups = groups;
        this.mapper = mapper;
    }

    @Override
    public Set<String> types() {
        return Set.of("group.created", "group.updated", DELETED);
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        try {
            return DELETED.equals(event.type())
                    ? groups.delete(mapper.treeToValue(event.data(), GroupFacts.Gone.class)
                            .id())
                    : groups.learn(mapper.treeToValue(event.data(), GroupFacts.class));
        } catch (JsonProcessingException unreadable) {
            return Uni.createFrom().failure(unreadable);
        }
    }
}
