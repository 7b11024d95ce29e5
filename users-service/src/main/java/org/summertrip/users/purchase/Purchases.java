package org.summertrip.users.purchase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.outbox.Facts;
import org.summertrip.users.outbox.Transactions;

/** Buying: the attempt, the row and its event in one transaction, so that no crash or outage buys twice. */
@ApplicationScoped
class Purchases {
    private final PurchaseRepository purchases;
    private final PurchaseAttempts attempts;
    private final Facts facts;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    Purchases(
            PurchaseRepository purchases,
            PurchaseAttempts attempts,
            Facts facts,
            Transactions transactions,
            Ids ids,
            Clock clock) {
        this.purchases = purchases;
        this.attempts = attempts;
        this.facts = facts;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Buys, or finds what the same attempt bought before.
     *
     * @param key the client's name for the attempt, or null
     */
    Uni<Bought> buy(UUID userId, NewPurchase wanted, String key) {
        PurchaseEntity row = row(userId, wanted);
        return transactions.run(() -> key == null ? store(row) : once(row, attempts.named(key, wanted)));
    }

    private Uni<Bought> once(PurchaseEntity row, PurchaseAttempts.Named attempt) {
        return attempts.begin(row, attempt).flatMap(first -> first ? store(row) : before(row.userId, attempt));
    }

    private Uni<Bought> before(UUID userId, PurchaseAttempts.Named attempt) {
        return attempts.before(userId, attempt)
                .invoke(before -> {
                    if (!before.body().equals(attempt.body())) {
                        throw new ProblemException(CommonError.IDEMPOTENCY_KEY_REUSED);
                    }
                })
                .flatMap(before -> purchases.findById(before.purchaseId()))
                .map(row -> new Bought(Purchase.of(row), true));
    }

    private Uni<Bought> store(PurchaseEntity row) {
        return purchases
                .persistAndFlush(row)
                .flatMap(stored -> facts.store("purchase.made", row.userId, Made.of(row)))
                .replaceWith(() -> new Bought(Purchase.of(row), false));
    }

    private PurchaseEntity row(UUID userId, NewPurchase wanted) {
        PurchaseEntity row = new PurchaseEntity();
        row.id = ids.next();
        row.userId = userId;
        row.productType = wanted.productType().toString();
        row.amount = wanted.exactAmount();
        row.currency = wanted.currency().name();
        row.purchasedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return row;
    }

    /** A purchase, and whether an earlier attempt made it. */
    record Bought(Purchase purchase, boolean before) {}

    /** Data of {@code purchase.made}. */
    @RegisterForReflection
    record Made(UUID id, UUID userId, String productType, String amount, String currency, Instant purchasedAt) {
        static Made of(PurchaseEntity row) {
            return new Made(
                    row.id, row.userId, row.productType, row.amount.toPlainString(), row.currency, row.purchasedAt);
        }
    }
}
