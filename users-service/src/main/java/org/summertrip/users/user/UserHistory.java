package org.summertrip.users.user;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.users.outbox.Fact;
import org.summertrip.users.outbox.Facts;
import org.summertrip.users.outbox.History;

/** All accounts, as their events. */
@Singleton
@Priority(30)
class UserHistory implements History {
    private final UserRepository users;
    private final Facts facts;

    UserHistory(UserRepository users, Facts facts) {
        this.users = users;
        this.facts = facts;
    }

    @Override
    public Uni<List<CloudEvent>> after(CloudEvent last, int limit) {
        UUID after = last == null ? FIRST : UUID.fromString(last.subject());
        return Panache.withSession(() -> users.oldest(after, limit))
                .map(rows -> rows.stream()
                        .map(row -> facts.event(new Fact("user.created", row.id, PublicUser.of(row)), row.updatedAt))
                        .toList());
    }
}
