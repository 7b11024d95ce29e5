package org.summertrip.messaging.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.messaging.cassandra.WriteTime;
import org.summertrip.messaging.participant.Participants;

/**
 * Every trip has its conversation. Each fact is written with the time at which it became true ({@link WriteTime}), so events may
 * come twice and in any order: a member may be here before the group's name, and an old departure does not undo a later return.
 */
@Singleton
class GroupProjection implements EventHandler {
    private static final int RANK_FIRST = 0;
    private static final int RANK_CHANGE = 1;
    private static final int RANK_END = 2;

    private final ConversationStore conversations;
    private final Participants participants;
    private final ObjectMapper mapper;

    GroupProjection(ConversationStore conversations, Participants participants, ObjectMapper mapper) {
        this.conversations = conversations;
        this.participants = participants;
        this.mapper = mapper;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "group.created",
                "group.updated",
                "group.deleted",
                "member.joined",
                "member.role-changed",
                "member.left",
                "member.banned");
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        return switch (event.type()) {
            case "group.created" -> named(event, RANK_FIRST);
            case "group.updated" -> named(event, RANK_CHANGE);
            case "group.deleted" -> ended(event);
            case "member.joined" -> joined(event);
            case "member.role-changed" -> roleChanged(event);
            default -> left(event);
        };
    }

    private Uni<Void> named(CloudEvent event, int rank) {
        GroupFact group = read(event, GroupFact.class);
        Head head = new Head(group.id(), Kind.GROUP, group.name(), group.id(), group.createdBy(), group.createdAt());
        return conversations.put(head, WriteTime.of(group.since(event.time()), rank));
    }

    private Uni<Void> ended(CloudEvent event) {
        GroupFact group = read(event, GroupFact.class);
        long writeTime = WriteTime.of(event.time(), RANK_END);
        return conversations
                .delete(group.id(), writeTime)
                .flatMap(deleted -> participants.removeAll(group.id(), writeTime));
    }

    private Uni<Void> joined(CloudEvent event) {
        MemberFact member = read(event, MemberFact.class);
        Instant since = member.since(event.time());
        return participants.add(
                member.groupId(), member.userId(), member.role(), since, WriteTime.of(since, RANK_FIRST));
    }

    private Uni<Void> roleChanged(CloudEvent event) {
        MemberFact member = read(event, MemberFact.class);
        long writeTime = WriteTime.of(member.since(event.time()), RANK_CHANGE);
        return participants.changeRole(member.groupId(), member.userId(), member.role(), writeTime);
    }

    private Uni<Void> left(CloudEvent event) {
        MemberFact member = read(event, MemberFact.class);
        long writeTime = WriteTime.of(member.since(event.time()), RANK_END);
        return participants.remove(member.groupId(), member.userId(), writeTime);
    }

    private <T> T read(CloudEvent event, Class<T> type) {
        try {
            return mapper.treeToValue(event.data(), type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("unreadable " + event.type(), unreadable);
        }
    }
}
