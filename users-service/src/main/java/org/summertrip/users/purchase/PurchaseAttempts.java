package org.summertrip.users.purchase;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.summertrip.kit.idempotency.Idempotency;

/**
 * Which attempts have bought already. The primary key decides: of two attempts with one key, the second waits until the first
 * has committed and then finds it there.
 */
@Singleton
class PurchaseAttempts {
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final Idempotency idempotency;

    PurchaseAttempts(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /** Within the transaction of the purchase: whether this attempt is the first of its key; forgets what is too old. */
    Uni<Boolean> begin(PurchaseEntity purchase, Named attempt) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "delete from purchase_attempts where user_id = :user and made_at < :before")
                        .setParameter("user", purchase.userId)
                        .setParameter("before", purchase.purchasedAt.minus(REMEMBERED))
                        .executeUpdate()
                        .flatMap(forgotten -> session.createNativeQuery(
                                        "insert into purchase_attempts"
                                                + " (user_id, key_digest, body_digest, purchase_id, made_at)"
                                                + " values (:user, :key, :body, :purchase, :at) on conflict (user_id, key_digest) do nothing")
                                .setParameter("user", purchase.userId)
                                .setParameter("key", attempt.key())
                                .setParameter("body", attempt.body())
                                .setParameter("purchase", purchase.id)
                                .setParameter("at", purchase.purchasedAt)
                                .executeUpdate())
                        .map(inserted -> inserted == 1));
    }

    /** What the first attempt of this key was about. */
    Uni<Before> before(UUID userId, Named attempt) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select body_digest, purchase_id from purchase_attempts"
                                        + " where user_id = :user and key_digest = :key",
                                Object[].class)
                        .setParameter("user", userId)
                        .setParameter("key", attempt.key())
                        .getSingleResult())
                .map(row -> new Before((String) row[0], (UUID) row[1]));
    }

    /** The attempt as it is stored: digests only, clients choose keys freely. */
    Named named(String key, NewPurchase wanted) {
        String body = String.join(
                "|",
                wanted.productType().toString(),
                wanted.amount(),
                wanted.currency().name());
        return new Named(digest(key), digest(body));
    }

    private String digest(String text) {
        return idempotency.fingerprint(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An attempt that its client gave a key, and what it wants. */
    record Named(String key, String body) {}

    /** What an earlier attempt wanted and bought. */
    record Before(String body, UUID purchaseId) {}
}
