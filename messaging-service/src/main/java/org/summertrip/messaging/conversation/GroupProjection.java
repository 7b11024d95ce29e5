package org.summertrip.messaging.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.messaging.Facts;
import org.summertrip.messaging.cassandra.WriteTime;
import org.summertrip.messaging.participant.Seats;

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
    private final Seats seats;
    private final Facts facts;

    GroupProjection(ConversationStore conversations, Seats seats, Facts facts) {
        this.conversations = conversations;
        this.seats = seats;
        this.facts = facts;
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
        GroupFact group = facts.read(event, GroupFact.class);
        Head head =
                new Head(group.id(), Kind.GROUP, group.name(), group.id(), group.createdBy(), group.createdAt(), null);
        return conversations.put(head, WriteTime.of(group.since(event.time()), rank));
    }

    private Uni<Void> ended(CloudEvent event) {
        GroupFact group = facts.read(event, GroupFact.class);
        long writeTime = WriteTime.of(event.time(), RANK_END);
        return conversations
                .end(group.id(), event.time(), writeTime)
                .flatMap(ended -> seats.removeAll(group.id(), writeTime));
    }

    /** Whoever comes in after the end is taken off again: either this sees that the end is written, or the end sees who is in. */
    private Uni<Void> joined(CloudEvent event) {
        MemberFact member = facts.read(event, MemberFact.class);
        Instant since = member.since(event.time());
        return seats.seat(member.groupId(), member.userId(), member.role(), since, WriteTime.of(since, RANK_FIRST))
                .flatMap(seated -> conversations.hasEnded(member.groupId()))
                .flatMap(ended -> ended
                        ? seats.unlist(member.groupId(), member.userId(), WriteTime.of(since, RANK_END))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> roleChanged(CloudEvent event) {
        MemberFact member = facts.read(event, MemberFact.class);
        long writeTime = WriteTime.of(member.since(event.time()), RANK_CHANGE);
        return seats.changeRole(member.groupId(), member.userId(), member.role(), writeTime);
    }

    private Uni<Void> left(CloudEvent event) {
        MemberFact member = facts.read(event, MemberFact.class);
        Instant since = member.since(event.time());
        long writeTime = WriteTime.of(since, RANK_END);
        return event.type().equals("member.banned")
                ? seats.ban(member.groupId(), member.userId(), since, writeTime)
                : seats.leave(member.groupId(), member.userId(), since, writeTime);
    }
}
