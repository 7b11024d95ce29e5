package org.summertrip.users.purchase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** Something that the caller bought; the amount is a decimal as text. */
@RegisterForReflection
public record Purchase(UUID id, ProductType productType, String amount, Currency currency, Instant purchasedAt) {
    static Purchase of(PurchaseEntity row) {
        return new Purchase(
                row.id,
                ProductType.of(row.productType),
                row.amount.toPlainString(),
                Currency.valueOf(row.currency),
                row.purchasedAt);
    }
}
