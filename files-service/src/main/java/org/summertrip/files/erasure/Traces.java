package org.summertrip.files.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.files.erased.ErasedPeople;
import org.summertrip.files.membership.MembershipStore;
import org.summertrip.files.quota.Quota;

/** What is known of people in Redis. */
@Singleton
class Traces {
    private final ErasedPeople erased;
    private final MembershipStore memberships;
    private final Quota quota;

    Traces(ErasedPeople erased, MembershipStore memberships, Quota quota) {
        this.erased = erased;
        this.memberships = memberships;
        this.quota = quota;
    }

    /** From now on nothing of theirs is taken in. */
    Uni<Void> shutOut(UUID userId) {
        return erased.remember(userId);
    }

    /** Answers in how many groups they were. */
    Uni<Integer> erase(UUID userId) {
        return quota.close(userId).flatMap(closed -> memberships.forget(userId));
    }
}
