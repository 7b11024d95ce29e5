package org.summertrip.users.group;

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

/** All groups, as their events. */
@Singleton
@Priority(20)
class GroupHistory implements History {
    private final GroupRepository groups;
    private final Facts facts;

    GroupHistory(GroupRepository groups, Facts facts) {
        this.groups = groups;
        this.facts = facts;
    }

    @Override
    public Uni<List<CloudEvent>> after(CloudEvent last, int limit) {
        UUID after = last == null ? FIRST : UUID.fromString(last.subject());
        return Panache.withSession(() -> groups.oldest(after, limit))
                .map(rows -> rows.stream()
                        .map(row -> facts.event(
                                new Fact("group.created", row.id, GroupEvents.GroupHead.of(row)), row.updatedAt))
                        .toList());
    }
}
