package org.summertrip.users.activity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.group.GroupAccess;

/** What is read of activities: for everybody in an open group, for members in the others. */
@Singleton
class ActivityPages {
    private final ActivityRepository activities;
    private final Votes votes;
    private final GroupAccess access;
    private final Cursors cursors;

    ActivityPages(ActivityRepository activities, Votes votes, GroupAccess access, Cursors cursors) {
        this.activities = activities;
        this.votes = votes;
        this.access = access;
        this.cursors = cursors;
    }

    Uni<Activity> activity(UUID id, UUID callerId) {
        return Panache.withSession(() -> activities
                .findById(id)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .call(row -> access.reader(row.groupId, callerId))
                .flatMap(row -> votes.of(List.of(id), callerId)
                        .map(tallies -> Activity.of(row, tallies.getOrDefault(id, Tally.NONE)))));
    }

    Uni<Page<Activity>> of(UUID groupId, UUID callerId, PageQuery page) {
        String list = "groups/" + groupId + "/activities";
        List<String> position = cursors.read(list, page.cursor(), 1);
        UUID before = position.isEmpty() ? null : UUID.fromString(position.get(0));
        return Panache.withSession(() -> access.reader(groupId, callerId)
                .flatMap(place -> activities.of(groupId, before, page.limit() + 1))
                .map(rows -> cursors.page(list, rows, page.limit(), row -> List.of(row.id.toString())))
                .flatMap(rows -> withTallies(rows, callerId)));
    }

    private Uni<Page<Activity>> withTallies(Page<ActivityEntity> page, UUID callerId) {
        List<UUID> ids = page.items().stream().map(row -> row.id).toList();
        return votes.of(ids, callerId)
                .map(tallies -> page.map(row -> Activity.of(row, tallies.getOrDefault(row.id, Tally.NONE))));
    }
}
