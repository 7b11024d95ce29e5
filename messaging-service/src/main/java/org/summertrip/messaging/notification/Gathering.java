package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.block.Blocks;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.Write;

/**
 * Keeps one notification per person and conversation. While it is unseen, whoever else writes is added to it where it lies: its
 * id and its place stay, nobody is told again, and the count of unseen ones stays right because it counts rows. Once it has been
 * seen, the next message begins a new one and the old one is deleted. The notice beside it knows the newest message that was
 * told, so that messages that are handed over again change nothing.
 */
@Singleton
class Gathering {
    private final NotificationStore store;
    private final NoticeStore notices;
    private final Mutes mutes;
    private final Blocks blocks;
    private final Wording wording;
    private final Cql cql;

    Gathering(NotificationStore store, NoticeStore notices, Mutes mutes, Blocks blocks, Wording wording, Cql cql) {
        this.store = store;
        this.notices = notices;
        this.mutes = mutes;
        this.blocks = blocks;
        this.wording = wording;
        this.cql = cql;
    }

    /** Adds to the notification that is there, or returns the new one that has to be made. */
    Uni<Optional<Draft>> gather(Earful heard) {
        return notices.find(heard.receiver(), heard.conversationId()).flatMap(found -> {
            if (found.isEmpty()) {
                return begin(heard, Optional.empty());
            }
            Earful fresh = heard.after(found.get().lastMessageId());
            if (fresh.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            return store.find(heard.receiver(), found.get().notificationId())
                    .flatMap(present -> present.filter(told -> told.state() == State.UNSEEN)
                            .map(unseen -> add(fresh, unseen))
                            .orElseGet(() -> begin(fresh, present)));
        });
    }

    /** Somebody has read so far: what told them of it is seen, unless there is more. */
    Uni<Void> read(UUID userId, UUID conversationId, UUID messageId) {
        return notices.find(userId, conversationId)
                .flatMap(found -> found.filter(notice -> Uuid7.compare(notice.lastMessageId(), messageId) <= 0)
                        .map(this::see)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> see(Notice notice) {
        return store.find(notice.userId(), notice.notificationId())
                .flatMap(present -> present.filter(told -> told.state() == State.UNSEEN)
                        .map(unseen -> store.advance(List.of(unseen), State.SEEN))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<Draft>> begin(Earful heard, Optional<Notification> before) {
        return mutes.isMuted(heard.receiver(), Type.NEW_MESSAGE)
                .flatMap(muted -> muted ? Uni.createFrom().item(Set.<UUID>of()) : welcome(heard, heard.senders()))
                .flatMap(senders ->
                        senders.isEmpty() ? Uni.createFrom().item(Optional.empty()) : draft(heard, senders, before));
    }

    private Uni<Optional<Draft>> draft(Earful heard, Set<UUID> senders, Optional<Notification> before) {
        UUID id = Uuid7.derived(
                Ids.timeOf(heard.first()), heard.first() + " " + heard.receiver() + " " + Type.NEW_MESSAGE);
        return wording.of(heard.conversationId(), last(heard, senders), senders.size())
                .map(message -> {
                    Notification told = new Notification(
                            id,
                            heard.receiver(),
                            Type.NEW_MESSAGE.name(),
                            message,
                            "/conversations/" + heard.conversationId(),
                            State.UNSEEN,
                            Ids.timeOf(id));
                    List<Write> writes = new ArrayList<>(store.putting(told, senders));
                    if (writes.isEmpty()) {
                        return Optional.empty();
                    }
                    writes.add(notices.putting(notice(heard, id)));
                    before.filter(old -> old.state() != State.DELETED)
                            .ifPresent(old -> writes.add(store.advancing(old, State.DELETED)));
                    return Optional.of(new Draft(told, writes));
                });
    }

    private Uni<Optional<Draft>> add(Earful heard, Notification unseen) {
        return store.actors(heard.receiver(), unseen.id())
                .flatMap(known -> welcome(heard, without(heard.senders(), known))
                        .flatMap(joining -> reword(heard, unseen, known, joining)))
                .replaceWith(Optional.empty());
    }

    private Uni<Void> reword(Earful heard, Notification unseen, Set<UUID> known, Set<UUID> joining) {
        Set<UUID> all = new LinkedHashSet<>(known);
        all.addAll(joining);
        UUID last = last(heard, all);
        Uni<String> message = last == null
                ? Uni.createFrom().item(unseen.message())
                : wording.of(heard.conversationId(), last, all.size());
        return message.flatMap(text -> {
            List<Write> writes = new ArrayList<>(store.naming(unseen, joining));
            if (!text.equals(unseen.message())) {
                writes.add(store.rewording(unseen, text));
            }
            writes.add(notices.putting(notice(heard, unseen.id())));
            return cql.atomically(writes);
        });
    }

    private static Notice notice(Earful heard, UUID notificationId) {
        return new Notice(heard.receiver(), heard.conversationId(), notificationId, heard.last());
    }

    /** Those whom the receiver has not blocked, nor the other way round. */
    private Uni<Set<UUID>> welcome(Earful heard, Set<UUID> senders) {
        List<UUID> asked = List.copyOf(senders);
        return InParallel.all(asked, sender -> blocks.isBetween(heard.receiver(), sender))
                .map(blocked -> {
                    Set<UUID> free = new LinkedHashSet<>(asked);
                    for (int i = 0; i < asked.size(); i++) {
                        if (blocked.get(i)) {
                            free.remove(asked.get(i));
                        }
                    }
                    return free;
                });
    }

    /** Who of these spoke last; null when none of them did. */
    private static UUID last(Earful heard, Set<UUID> senders) {
        Earful others = heard.without(without(heard.senders(), senders));
        return others.isEmpty() ? null : others.lastSender();
    }

    private static Set<UUID> without(Set<UUID> all, Set<UUID> some) {
        Set<UUID> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
