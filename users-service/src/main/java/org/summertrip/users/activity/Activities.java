package org.summertrip.users.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.patch.MergePatch;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;
import org.summertrip.users.gone.Gone;
import org.summertrip.users.group.GroupAccess;
import org.summertrip.users.group.Place;
import org.summertrip.users.outbox.Transactions;

/** Proposing, changing, dropping and voting: the group says who may, the outbox tells. */
@ApplicationScoped
class Activities {
    private final ActivityRepository activities;
    private final Votes votes;
    private final GroupAccess access;
    private final ActivityEvents events;
    private final Gone gone;
    private final MergePatch patches;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    Activities(
            ActivityRepository activities,
            Votes votes,
            GroupAccess access,
            ActivityEvents events,
            Gone gone,
            MergePatch patches,
            Transactions transactions,
            Ids ids,
            Clock clock) {
        this.activities = activities;
        this.votes = votes;
        this.access = access;
        this.events = events;
        this.gone = gone;
        this.patches = patches;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Activity> propose(UUID groupId, UUID callerId, NewActivity wanted) {
        ActivityEntity row = new ActivityEntity();
        row.id = ids.next();
        row.groupId = groupId;
        row.proposedBy = callerId;
        row.createdAt = now();
        row.take(wanted);
        return transactions.run(() -> access.member(groupId, callerId)
                .flatMap(place -> activities.persistAndFlush(row))
                .flatMap(stored -> events.proposed(row))
                .replaceWith(() -> Activity.of(row, Tally.NONE)));
    }

    /**
     * Applies a merge patch; for the proposer and for those who lead the group.
     *
     * @param precondition looks at the activity as the caller sees it, and may throw
     */
    Uni<Activity> change(UUID id, UUID callerId, JsonNode patch, Consumer<Activity> precondition) {
        return transactions.run(() -> locked(id)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .call(row -> access.member(row.groupId, callerId).invoke(place -> mayChange(place, row, callerId)))
                .flatMap(row -> tally(row, callerId).flatMap(tally -> {
                    precondition.accept(Activity.of(row, tally));
                    return apply(patch, row).replaceWith(() -> Activity.of(row, tally));
                })));
    }

    private Uni<Void> apply(JsonNode patch, ActivityEntity row) {
        NewActivity present = row.fields();
        NewActivity wanted = patches.apply(present, patch, NewActivity.class);
        if (wanted.equals(present)) {
            return Uni.createFrom().voidItem();
        }
        row.take(wanted);
        return activities.flush().flatMap(stored -> events.updated(row, now()));
    }

    /** Drops an activity; one that the caller dropped before is fine too. */
    Uni<Void> drop(UUID id, UUID callerId, Consumer<Activity> precondition) {
        return transactions.run(() -> locked(id)
                .flatMap(row -> row == null
                        ? droppedBefore(id, callerId)
                        : access.place(row.groupId, callerId)
                                .invoke(place -> mayDrop(place, row, callerId))
                                .flatMap(place -> tally(row, callerId))
                                .invoke(tally -> precondition.accept(Activity.of(row, tally)))
                                .flatMap(tally -> drop(row, callerId))));
    }

    private Uni<Void> drop(ActivityEntity row, UUID callerId) {
        return activities
                .delete("id", row.id)
                .flatMap(deleted -> gone.remember(Gone.Kind.ACTIVITY, row.id, callerId))
                .flatMap(remembered -> events.deleted(row.id, row.groupId, now()));
    }

    private Uni<Void> droppedBefore(UUID id, UUID callerId) {
        return gone.knows(Gone.Kind.ACTIVITY, id, callerId)
                .invoke(mine -> {
                    if (!mine) {
                        throw ProblemException.notFound();
                    }
                })
                .replaceWithVoid();
    }

    /** Casts or changes one's vote; for members. */
    Uni<Void> vote(UUID id, UUID callerId, Choice choice) {
        return transactions.run(() -> activities
                .findById(id)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .call(row -> access.member(row.groupId, callerId))
                .flatMap(row -> votes.cast(id, callerId, choice, now())
                        .flatMap(changed -> changed
                                ? events.voted(row, callerId, choice, now())
                                : Uni.createFrom().voidItem())));
    }

    private Uni<ActivityEntity> locked(UUID id) {
        return activities.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<Tally> tally(ActivityEntity row, UUID callerId) {
        return votes.of(List.of(row.id), callerId).map(tallies -> tallies.getOrDefault(row.id, Tally.NONE));
    }

    private static void mayChange(Place place, ActivityEntity row, UUID callerId) {
        if (!place.leads() && !callerId.equals(row.proposedBy)) {
            throw new ProblemException(UsersError.PROPOSERS_ONLY);
        }
    }

    private static void mayDrop(Place place, ActivityEntity row, UUID callerId) {
        if (!place.isInside()) {
            throw ProblemException.notFound();
        }
        mayChange(place, row, callerId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
