package org.summertrip.users.group;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.summertrip.users.cache.Cache;
import org.summertrip.users.outbox.Transactions;

/** Runs changes of a group as one transaction each, and lets nobody find the old one in the cache afterwards. */
@Singleton
public class GroupTransactions {
    private static final String CACHE = "group";

    private final Transactions transactions;
    private final Cache cache;

    public GroupTransactions(Transactions transactions, Cache cache) {
        this.transactions = transactions;
        this.cache = cache;
    }

    <T> Uni<T> run(UUID groupId, Supplier<Uni<T>> change) {
        return transactions.run(change).call(changed -> changed(groupId));
    }

    /** A change of members by whoever holds an invite: which group it is shows only at the end. */
    Uni<MembershipEntity> run(Supplier<Uni<MembershipEntity>> change) {
        return transactions.run(change).call(member -> changed(member.id.groupId()));
    }

    /** The group was changed by somebody else's transaction, which is committed. */
    public Uni<Void> changed(UUID groupId) {
        return cache.drop(CACHE, groupId);
    }

    Uni<Optional<Group>> cached(UUID groupId, Supplier<Uni<Optional<Group>>> load) {
        return cache.get(CACHE, groupId, Group.class, load);
    }
}
