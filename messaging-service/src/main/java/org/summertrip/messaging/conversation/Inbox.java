package org.summertrip.messaging.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.message.Message;
import org.summertrip.messaging.participant.Participants;
import org.summertrip.messaging.participant.Seat;
import org.summertrip.messaging.participant.Seats;

/** Somebody's conversations, the one with the latest activity first. */
@Singleton
class Inbox {
    private static final Comparator<Entry> NEWEST_FIRST = Comparator.comparing(Entry::activity, Uuid7::compare)
            .thenComparing(entry -> entry.head().id(), Uuid7::compare)
            .reversed();

    private static final Comparator<Place> LIKELY_FIRST = Comparator.comparing(
                    (Place place) -> place.head().latestPossible(), Uuid7::compare)
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
        return places(me)
                .flatMap(places -> settle(places, List.of(), position, limit + 1, me))
                .flatMap(settled -> {
                    Page<Entry> page = cursors.page(list, settled, limit, Entry::position);
                    return InParallel.all(page.items(), entry -> views.of(entry.head(), entry.seat(), entry.last(), me))
                            .map(conversations -> new Page<>(conversations, page.next()));
                });
    }

    /**
     * Looks for the newest message of each, those first that may have been active last, until what is left cannot come before
     * what has been found: the heads know the last activity only to the minute.
     */
    private Uni<List<Entry>> settle(List<Place> left, List<Entry> found, List<String> position, int wanted, UUID me) {
        boolean enough = left.isEmpty()
                || found.size() == wanted
                        && left.get(0).isBefore(found.get(wanted - 1).activity());
        if (enough) {
            return Uni.createFrom().item(found);
        }
        int step = Math.min(wanted, left.size());
        return InParallel.all(left.subList(0, step), place -> entry(place, me))
                .map(entries -> Stream.concat(found.stream(), entries.stream())
                        .filter(entry -> position.isEmpty() || entry.isAfter(position))
                        .sorted(NEWEST_FIRST)
                        .limit(wanted)
                        .toList())
                .flatMap(more -> settle(left.subList(step, left.size()), more, position, wanted, me));
    }

    private Uni<Entry> entry(Place place, UUID me) {
        return views.last(place.head(), me).map(last -> new Entry(place.head(), place.seat(), last));
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

    /**
     * Those that may have been active last first. A conversation whose group is not known yet, or has ended, is left out.
     */
    private Uni<List<Place>> places(UUID me) {
        return seats.of(me)
                .map(all -> all.stream().filter(Seat::isTaken).toList())
                .flatMap(taken -> InParallel.all(
                        taken,
                        seat -> store.find(seat.conversationId())
                                .map(head -> head.map(found -> new Place(found, seat)))))
                .map(found -> found.stream()
                        .flatMap(Optional::stream)
                        .sorted(LIKELY_FIRST)
                        .toList());
    }

    private record Place(Head head, Seat seat) {
        boolean isBefore(UUID activity) {
            return Uuid7.compare(head.latestPossible(), activity) < 0;
        }
    }

    private record Entry(Head head, Seat seat, Optional<Message> last) {
        /** The last message, or the beginning. */
        UUID activity() {
            return last.map(Message::id).orElseGet(() -> Uuid7.floor(head.createdAt()));
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
