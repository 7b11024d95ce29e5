package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Collectors;
import org.summertrip.messaging.erasure.Erasable;

/** Forgets what somebody was told, and removes what others were told of them. */
@Singleton
@Priority(80)
class NotificationErasure implements Erasable {
    private static final int AT_ONCE = 32;

    private final Mentions mentions;
    private final NotificationStore store;
    private final NoticeStore notices;
    private final Mutes mutes;

    NotificationErasure(Mentions mentions, NotificationStore store, NoticeStore notices, Mutes mutes) {
        this.mentions = mentions;
        this.store = store;
        this.notices = notices;
        this.mutes = mutes;
    }

    @Override
    public String what() {
        return "notifications";
    }

    @Override
    public Uni<Long> erase(UUID userId) {
        return mentions.of(userId)
                .onItem()
                .transformToUni(mention -> mentions.remove(mention).replaceWith(mention))
                .merge(AT_ONCE)
                .collect()
                .with(Collectors.counting())
                .flatMap(removed -> eraseOwn(userId))
                .call(count -> notices.forget(userId))
                .call(count -> mutes.forget(userId));
    }

    private Uni<Long> eraseOwn(UUID userId) {
        return store.named(userId)
                .onItem()
                .transformToUni(named -> mentions.forgetReceiver(named).replaceWith(named))
                .merge(AT_ONCE)
                .collect()
                .with(Collectors.counting())
                .call(count -> store.forget(userId));
    }
}
