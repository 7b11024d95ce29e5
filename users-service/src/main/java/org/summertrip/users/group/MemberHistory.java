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

/** All members of all groups, as their events. */
@Singleton
@Priority(10)
class MemberHistory implements History {
    private final MembershipRepository memberships;
    private final Facts facts;

    MemberHistory(MembershipRepository memberships, Facts facts) {
        this.memberships = memberships;
        this.facts = facts;
    }

    @Override
    public Uni<List<CloudEvent>> after(CloudEvent last, int limit) {
        UUID group = last == null ? FIRST : UUID.fromString(last.subject());
        UUID user = last == null
                ? FIRST
                : UUID.fromString(last.data().path("userId").asText());
        return Panache.withSession(() -> memberships.oldest(group, user, limit))
                .map(rows -> rows.stream()
                        .map(row -> facts.event(
                                new Fact("member.joined", row.id.groupId(), MemberEvents.Joined.of(row)), row.joinedAt))
                        .toList());
    }
}
