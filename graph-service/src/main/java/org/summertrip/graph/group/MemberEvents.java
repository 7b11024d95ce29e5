package org.summertrip.graph.group;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;

/** Keeps MEMBER_OF up to date. */
@Singleton
class MemberEvents implements EventHandler {
    private static final String JOINED = "member.joined";
    private static final String ROLE_CHANGED = "member.role-changed";

    private final MembershipGraph memberships;
    private final ObjectMapper mapper;

    MemberEvents(MembershipGraph memberships, ObjectMapper mapper) {
        this.memberships = memberships;
        this.mapper = mapper;
    }

    @Override
    public Set<String> types() {
        return Set.of(JOINED, ROLE_CHANGED, "member.left", "member.banned");
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        try {
            MemberFacts facts = mapper.treeToValue(event.data(), MemberFacts.class);
            return memberships.change(facts.groupId(), facts.userId(), news(event.type(), facts));
        } catch (JsonProcessingException unreadable) {
            return Uni.createFrom().failure(unreadable);
        }
    }

    private static UnaryOperator<Membership> news(String type, MemberFacts facts) {
        return switch (type) {
            case JOINED -> known -> known.joined(facts.at(), facts.role());
            case ROLE_CHANGED -> known -> known.hasRole(facts.at(), facts.role());
            default -> known -> known.left(facts.at());
        };
    }
}
