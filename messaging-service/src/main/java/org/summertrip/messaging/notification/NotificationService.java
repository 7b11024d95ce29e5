package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.MessagingError;
import org.summertrip.messaging.Uuid7;

/** Writes notifications, leafs through those of one person, and brings them on their way. */
@Singleton
class NotificationService {
    private static final int AT_ONCE = 100;

    private final NotificationStore store;
    private final Announcing announcing;
    private final Cursors cursors;
    private final Etags etags;
    private final Ids ids;

    NotificationService(NotificationStore store, Announcing announcing, Cursors cursors, Etags etags, Ids ids) {
        this.store = store;
        this.announcing = announcing;
        this.cursors = cursors;
        this.etags = etags;
        this.ids = ids;
    }

    Uni<Notification> tell(NewNotification wanted) {
        UUID id = ids.next();
        Notification notification = new Notification(
                id, wanted.userId(), wanted.type(), wanted.message(), wanted.link(), State.UNSEEN, Ids.timeOf(id));
        return announcing
                .announce(List.of(new Draft(notification, store.putting(notification, Set.of()))))
                .replaceWith(notification);
    }

    Uni<NotificationPage> list(UUID userId, State state, String cursor, int limit) {
        String list = "notifications:" + userId + ":" + state;
        List<String> keys = cursors.read(list, cursor, 1);
        UUID position = keys.isEmpty() ? Uuid7.NEWEST : UUID.fromString(keys.get(0));
        return Uni.combine()
                .all()
                .unis(store.older(userId, position, state, limit + 1), store.countUnseen(userId))
                .collectFailures()
                .with((rows, unseen) -> {
                    Page<Notification> page = cursors.page(list, rows, limit, NotificationService::keys);
                    return new NotificationPage(page.items(), page.next(), unseen);
                });
    }

    /**
     * Brings one on its way.
     *
     * @param ifMatch the state of affairs that the caller knows, or null
     */
    Uni<Notification> advance(UUID userId, UUID id, State state, String ifMatch) {
        return store.find(userId, id).flatMap(found -> {
            Notification present = found.orElseThrow(ProblemException::notFound);
            etags.check(ifMatch, present);
            if (present.state().isBeyond(state)) {
                throw new ProblemException(MessagingError.STATE_GOES_BACK, "It is already " + present.state());
            }
            return present.state() == state
                    ? Uni.createFrom().item(present)
                    : store.advance(List.of(present), state).replaceWith(present.in(state));
        });
    }

    /** Marks all unseen ones up to an id, a hundred at a time until there are none. */
    Uni<Void> seen(UUID userId, UUID upTo) {
        return store.unseen(userId, upTo, AT_ONCE).flatMap(unseen -> {
            Uni<Void> marked = store.advance(unseen, State.SEEN);
            return unseen.size() < AT_ONCE ? marked : marked.flatMap(done -> seen(userId, upTo));
        });
    }

    private static List<String> keys(Notification notification) {
        return List.of(notification.id().toString());
    }
}
