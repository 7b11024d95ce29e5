package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.block.Blocks;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.Write;

/**
 * Tells people of a fact, once however often its event comes: the notification's id follows from the event and the receiver.
 * Whoever has muted the type, or has blocked or is blocked by whose doing it is, is not told.
 */
@Singleton
class Teller {
    private final NotificationStore store;
    private final Mutes mutes;
    private final Blocks blocks;
    private final Announcing announcing;

    Teller(NotificationStore store, Mutes mutes, Blocks blocks, Announcing announcing) {
        this.store = store;
        this.mutes = mutes;
        this.blocks = blocks;
        this.announcing = announcing;
    }

    Uni<Void> tell(CloudEvent event, Collection<UUID> receivers, Tiding tiding) {
        return InParallel.all(receivers, receiver -> draft(event, receiver, tiding))
                .map(drafts -> drafts.stream().flatMap(Optional::stream).toList())
                .flatMap(announcing::announce);
    }

    private Uni<Optional<Draft>> draft(CloudEvent event, UUID receiver, Tiding tiding) {
        UUID id = Uuid7.derived(event.time(), event.id() + " " + receiver);
        Notification notification = new Notification(
                id, receiver, tiding.type().name(), tiding.message(), tiding.link(), State.UNSEEN, Ids.timeOf(id));
        return isUnwanted(notification, tiding).map(unwanted -> {
            List<Write> writes = store.putting(notification, Set.of(tiding.actorId()));
            return unwanted || writes.isEmpty() ? Optional.empty() : Optional.of(new Draft(notification, writes));
        });
    }

    private Uni<Boolean> isUnwanted(Notification notification, Tiding tiding) {
        UUID receiver = notification.userId();
        return Uni.combine()
                .all()
                .unis(
                        mutes.isMuted(receiver, tiding.type()),
                        blocks.isBetween(receiver, tiding.actorId()),
                        store.find(receiver, notification.id()))
                .collectFailures()
                .with((muted, blocked, told) -> muted || blocked || told.isPresent());
    }
}
