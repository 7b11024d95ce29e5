package org.summertrip.users.erasure;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.erasure.ErasureRepository.Left;
import org.summertrip.users.group.GroupTransactions;
import org.summertrip.users.outbox.Fact;
import org.summertrip.users.outbox.Facts;
import org.summertrip.users.outbox.Transactions;
import org.summertrip.users.user.Users;

/**
 * Erases an account from PostgreSQL in one transaction and tells everybody. A group whose only owner goes passes to its
 * longest-serving admin, then member; without any it ends. Redis and the other services follow by the event, at least once.
 */
@ApplicationScoped
class Eraser {
    private final ErasureRepository repository;
    private final Subjects subjects;
    private final Facts facts;
    private final Transactions transactions;
    private final GroupTransactions groups;
    private final Users users;
    private final Clock clock;

    Eraser(
            ErasureRepository repository,
            Subjects subjects,
            Facts facts,
            Transactions transactions,
            GroupTransactions groups,
            Users users,
            Clock clock) {
        this.repository = repository;
        this.subjects = subjects;
        this.facts = facts;
        this.transactions = transactions;
        this.groups = groups;
        this.users = users;
        this.clock = clock;
    }

    Uni<Void> erase(UUID userId) {
        return transactions
                .run(() -> repository
                        .lockGroups(userId)
                        .flatMap(locked -> repository.lockAccount(userId))
                        .invoke(exists -> {
                            if (!exists) {
                                throw new ProblemException(CommonError.UNAUTHENTICATED);
                            }
                        })
                        .flatMap(exists -> repository.groups(userId))
                        .call(left -> leave(userId, left)))
                .call(left -> users.forget(userId))
                .call(left -> forgetGroups(left))
                .replaceWithVoid();
    }

    private Uni<Void> leave(UUID userId, List<Left> left) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Fact> told = new ArrayList<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Left group : left) {
            done = done.flatMap(before -> passOn(group));
            told.addAll(tell(group, userId, now));
        }
        told.add(new Fact("user.erased", userId, new Erased(userId, now)));
        return done.flatMap(passed -> repository.remove(userId))
                .flatMap(removed -> repository.note(subjects.of(userId), now))
                .flatMap(noted -> facts.store(told));
    }

    private Uni<Void> passOn(Left group) {
        if (group.heirId() == null) {
            return repository.end(group.groupId());
        }
        return group.owned() ? Uni.createFrom().voidItem() : repository.inherit(group.groupId(), group.heirId());
    }

    private static List<Fact> tell(Left group, UUID userId, Instant now) {
        UUID groupId = group.groupId();
        Fact left = new Fact("member.left", groupId, new Gone(groupId, userId, now));
        if (group.heirId() == null) {
            return List.of(left, new Fact("group.deleted", groupId, new Ended(groupId, now)));
        }
        return group.owned()
                ? List.of(left)
                : List.of(
                        new Fact("member.role-changed", groupId, new Heir(groupId, group.heirId(), "owner", now)),
                        left);
    }

    private Uni<Void> forgetGroups(List<Left> left) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Left group : left) {
            done = done.flatMap(before -> groups.changed(group.groupId()));
        }
        return done;
    }

    /** Data of {@code user.erased}. */
    @RegisterForReflection
    record Erased(UUID id, Instant at) {}

    /** Data of {@code member.left}. */
    @RegisterForReflection
    record Gone(UUID groupId, UUID userId, Instant at) {}

    /** Data of {@code group.deleted}. */
    @RegisterForReflection
    record Ended(UUID id, Instant at) {}

    /** Data of {@code member.role-changed}. */
    @RegisterForReflection
    record Heir(UUID groupId, UUID userId, String role, Instant at) {}
}
