package org.summertrip.users.purchase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** Something that was bought. */
@RegisterForReflection
public record Purchase(UUID id, String productType, String amount, String currency, Instant purchasedAt) {
    static Purchase of(PurchaseEntity row) {
        return new Purchase(row.id, row.productType, row.amount.toPlainString(), row.currency, row.purchasedAt);
    }
}
