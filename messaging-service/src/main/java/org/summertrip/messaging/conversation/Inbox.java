package org.summertrip.messaging.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.participant.Participants;
import org.summertrip.messaging.participant.Seat;
import org.summertrip.messaging.participant.Seats;

/** Somebody's conversations, the one with the latest activity first. */
@Singleton
class Inbox {
    private static final Comparator<Entry> NEWEST_FIRST = Comparator.comparing(Entry::activity, Uuid7::compare)
            .thenComparing(entry -> entry.head().id(), Uuid7::compare)
            .reversed();

    private final Seats seats;
    private final Participants participants;
    private final ConversationStore store;
    private final Views views;
    private final Cursors cursors;

    Inbox(Seats seats, Participants participants, ConversationStore store, Views views, Cursors cursors) {
        this.seats = seats;
        this.participants = participants;
        this.store = store;
        this.views = views;
        this.cursors = cursors;
    }

    Uni<Page<Conversation>> page(UUID me, String cursor, int limit) {
        String list = "conversations:" + me;
        List<String> position = cursors.read(list, cursor, 2);
        return entries(me).flatMap(entries -> {
            List<Entry> rest = entries.stream()
                    .filter(entry -> position.isEmpty() || entry.isAfter(position))
                    .sorted(NEWEST_FIRST)
                    .limit(limit + 1L)
                    .toList();
            Page<Entry> page = cursors.page(list, rest, limit, Entry::position);
            return InParallel.all(page.items(), entry -> views.of(entry.head(), entry.seat(), me))
                    .map(conversations -> new Page<>(conversations, page.next()));
        });
    }

    /** One conversation as its participant sees it. */
    Uni<Conversation> one(UUID me, UUID id) {
        return participants
                .demand(id, me)
                .flatMap(takesPart -> Uni.combine()
                        .all()
                        .unis(store.find(id), seats.find(me, id))
                        .collectFailures()
                        .asTuple())
                .flatMap(found -> views.of(
                        found.getItem1().orElseThrow(ProblemException::notFound),
                        found.getItem2().orElseThrow(ProblemException::notFound),
                        me));
    }

    /** A conversation whose group is not known yet, or has ended, is left out. */
    private Uni<List<Entry>> entries(UUID me) {
        return seats.of(me)
                .map(all -> all.stream().filter(Seat::isTaken).toList())
                .flatMap(taken -> InParallel.all(
                        taken,
                        seat -> store.find(seat.conversationId())
                                .map(head -> head.map(found -> new Entry(found, seat)))))
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private record Entry(Head head, Seat seat) {
        UUID activity() {
            return head.latestActivity();
        }

        List<String> position() {
            return List.of(activity().toString(), head.id().toString());
        }

        boolean isAfter(List<String> position) {
            int order = Uuid7.compare(activity(), UUID.fromString(position.get(0)));
            return order < 0 || order == 0 && Uuid7.compare(head.id(), UUID.fromString(position.get(1))) < 0;
        }
    }
}
