package org.summertrip.users.purchase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.summertrip.kit.id.Ids;
import org.summertrip.users.outbox.Facts;
import org.summertrip.users.outbox.Transactions;

/** Buying: the row and its event in one transaction. */
@ApplicationScoped
class Purchases {
    private final PurchaseRepository purchases;
    private final Facts facts;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    Purchases(PurchaseRepository purchases, Facts facts, Transactions transactions, Ids ids, Clock clock) {
        this.purchases = purchases;
        this.facts = facts;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Purchase> buy(UUID userId, NewPurchase wanted) {
        PurchaseEntity row = new PurchaseEntity();
        row.id = ids.next();
        row.userId = userId;
        row.productType = wanted.productType().toString();
        row.amount = wanted.exactAmount();
        row.currency = wanted.currency().name();
        row.purchasedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.run(() -> purchases
                .persistAndFlush(row)
                .flatMap(stored -> facts.store("purchase.made", userId, Made.of(row)))
                .replaceWith(() -> Purchase.of(row)));
    }

    /** Data of {@code purchase.made}. */
    @RegisterForReflection
    record Made(UUID id, UUID userId, String productType, String amount, String currency, Instant purchasedAt) {
        static Made of(PurchaseEntity row) {
            return new Made(
                    row.id, row.userId, row.productType, row.amount.toPlainString(), row.currency, row.purchasedAt);
        }
    }
}
