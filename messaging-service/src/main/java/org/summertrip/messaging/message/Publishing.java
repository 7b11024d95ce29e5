package org.summertrip.messaging.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.outbox.News;
import org.summertrip.messaging.outbox.Outgoing;
import org.summertrip.messaging.outbox.Push;

/** Stores messages, and each change of one together with what others are told of it. Events never carry what was said, pushes do. */
@Singleton
class Publishing {
    private final MessageStore store;
    private final MessageWrites writes;
    private final Announcements announcements;
    private final Hints hints;
    private final Outgoing outgoing;
    private final OutboxRelay relay;
    private final Cql cql;
    private final ObjectMapper mapper;
    private final Clock clock;

    Publishing(
            MessageStore store,
            MessageWrites writes,
            Announcements announcements,
            Hints hints,
            Outgoing outgoing,
            OutboxRelay relay,
            Cql cql,
            ObjectMapper mapper,
            Clock clock) {
        this.store = store;
        this.writes = writes;
        this.announcements = announcements;
        this.hints = hints;
        this.outgoing = outgoing;
        this.relay = relay;
        this.cql = cql;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Stores a message; it leaves from where it lies ({@link MessageJournal}). */
    Uni<Message> send(Message message) {
        Write write = writes.sending(message);
        return announcements
                .announce(message)
                .flatMap(announced -> cql.run(write.query(), write.values()))
                .flatMap(stored -> hints.give(message.conversationId(), message.id()))
                .invoke(() -> {
                    store.changed(message.conversationId());
                    relay.wake();
                })
                .replaceWith(message);
    }

    Uni<Stored> edit(Stored before, String content) {
        Instant at = after(before);
        Stored edited = before.edited(content, at);
        String type = "message.updated";
        MessageUpdated data = new MessageUpdated(before.id(), before.conversationId(), before.senderId(), at);
        News news = News.of(
                type, before.conversationId(), at, data, push(type, before.conversationId(), edited.seenBy(null)));
        return store(writes.editing(before, content, at), before.conversationId(), news)
                .replaceWith(edited);
    }

    Uni<Void> delete(Stored before, UUID deletedBy) {
        Instant at = after(before);
        Stored deleted = before.deleted(at);
        String type = "message.deleted";
        MessageDeleted data =
                new MessageDeleted(before.id(), before.conversationId(), before.senderId(), deletedBy, at);
        News news = News.of(
                type, before.conversationId(), at, data, push(type, before.conversationId(), deleted.seenBy(null)));
        return store(writes.deleting(before, at), before.conversationId(), news);
    }

    Uni<Void> react(Stored before, String emoji, UUID userId) {
        Set<String> reactions = before.with(Stored.reaction(emoji, userId));
        return store(
                writes.reacting(before, emoji, userId),
                before.conversationId(),
                reacted(before.reacting(reactions), emoji, userId, true));
    }

    Uni<Void> unreact(Stored before, String emoji, UUID userId) {
        String reaction = Stored.reaction(emoji, userId);
        return store(
                writes.unreacting(before, Set.of(reaction)),
                before.conversationId(),
                reacted(before.reacting(before.without(reaction)), emoji, userId, false));
    }

    private News reacted(Stored now, String emoji, UUID userId, boolean added) {
        MessageReaction data = new MessageReaction(
                now.conversationId(),
                now.id(),
                userId,
                emoji,
                added,
                now.seenBy(null).reactions());
        return News.live(push("message.reaction", now.conversationId(), data));
    }

    private Uni<Void> store(List<Write> fact, UUID conversationId, News news) {
        return outgoing.store(fact, news).invoke(() -> store.changed(conversationId));
    }

    private Push push(String type, UUID conversationId, Object data) {
        return new Push(type, mapper.valueToTree(data), conversationId, List.of());
    }

    /** Now, but later than what it changes, should the clock of another replica have been ahead. */
    private Instant after(Stored before) {
        Instant changed = before.editedAt() == null ? Ids.timeOf(before.id()) : before.editedAt();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isAfter(changed) ? now : changed.plusMillis(1);
    }
}
