package org.summertrip.users.group;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.summertrip.kit.patch.MergePatch;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;
import org.summertrip.users.gone.Gone;
import org.summertrip.users.group.GroupAccess.Seen;

/** Changing and ending groups: the table, the memory of what is gone and the outbox in one transaction. */
@ApplicationScoped
class Groups {
    private final GroupRepository groups;
    private final GroupAccess access;
    private final GroupEvents events;
    private final Gone gone;
    private final MergePatch patches;
    private final GroupTransactions transactions;
    private final Clock clock;

    Groups(
            GroupRepository groups,
            GroupAccess access,
            GroupEvents events,
            Gone gone,
            MergePatch patches,
            GroupTransactions transactions,
            Clock clock) {
        this.groups = groups;
        this.access = access;
        this.events = events;
        this.gone = gone;
        this.patches = patches;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Applies a merge patch; for those who lead the group.
     *
     * @param precondition looks at the group as the caller sees it, and may throw
     */
    Uni<Group> change(UUID groupId, UUID callerId, JsonNode patch, Consumer<Group> precondition) {
        return transactions.run(
                groupId,
                () -> access.locked(groupId, callerId).flatMap(seen -> {
                    seen.mayLead();
                    precondition.accept(Group.of(seen.group(), seen.mine()));
                    return apply(patch, seen.group()).replaceWith(() -> Group.of(seen.group(), seen.mine()));
                }));
    }

    private Uni<Void> apply(JsonNode patch, GroupEntity group) {
        NewGroup present = group.fields();
        NewGroup wanted = patches.apply(present, patch, NewGroup.class);
        if (wanted.equals(present)) {
            return Uni.createFrom().voidItem();
        }
        if (wanted.maxMembers() < group.memberCount) {
            throw new ProblemException(UsersError.TOO_MANY_MEMBERS);
        }
        group.take(wanted, now());
        return groups.flush().flatMap(stored -> events.updated(group));
    }

    /** Ends the group and all that is in it; for owners. */
    Uni<Void> end(UUID groupId, UUID callerId, Consumer<Group> precondition) {
        return transactions.run(
                groupId,
                () -> access.locked(groupId, callerId)
                        .onFailure(ProblemException.class)
                        .recoverWithUni(hidden ->
                                gone.knows(Gone.Kind.GROUP, groupId, callerId).map(mine -> endedBefore(mine, hidden)))
                        .flatMap(seen ->
                                seen == null ? Uni.createFrom().voidItem() : end(seen, callerId, precondition)));
    }

    private static Seen endedBefore(boolean mine, ProblemException otherwise) {
        if (mine) {
            return null;
        }
        throw otherwise;
    }

    private Uni<Void> end(Seen seen, UUID callerId, Consumer<Group> precondition) {
        if (!seen.isMember()) {
            throw ProblemException.notFound();
        }
        seen.mayOwn();
        precondition.accept(Group.of(seen.group(), seen.mine()));
        UUID groupId = seen.group().id;
        return groups.end(groupId)
                .flatMap(ended -> gone.remember(Gone.Kind.GROUP, groupId, callerId))
                .flatMap(remembered -> events.deleted(groupId, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
