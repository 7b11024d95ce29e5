package org.summertrip.files.membership;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;

/** Takes in who joins and leaves groups, and which groups end. */
@Singleton
public class MembershipEvents implements EventHandler {
    private static final String JOINED = "member.joined";
    private static final String LEFT = "member.left";
    private static final String BANNED = "member.banned";
    private static final String GROUP_DELETED = "group.deleted";

    private final MembershipStore store;
    private final ObjectMapper mapper;

    MembershipEvents(MembershipStore store, ObjectMapper mapper) {
        this.store = store;
        this.mapper = mapper;
    }

    @Override
    public Set<String> types() {
        return Set.of(JOINED, LEFT, BANNED, GROUP_DELETED);
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        if (event.type().equals(GROUP_DELETED)) {
            return store.ended(UUID.fromString(event.data().get("id").asText()));
        }
        MembershipFact fact = read(event);
        return event.type().equals(JOINED)
                ? store.joined(fact.groupId(), fact.userId(), fact.joinedAt())
                : store.left(fact.groupId(), fact.userId(), fact.at());
    }

    private MembershipFact read(CloudEvent event) {
        try {
            return mapper.treeToValue(event.data(), MembershipFact.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not a fact about a member: " + event.id(), malformed);
        }
    }
}
