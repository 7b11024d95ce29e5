package org.summertrip.users.purchase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that the caller bought; the amount is a decimal as text. */
@RegisterForReflection
@Schema(
        example =
                "{\"id\":\"019a5f43-55ee-7071-8c65-b0ac9d8e7f60\",\"productType\":\"coins_pack\",\"amount\":\"4.99\",\"currency\":\"EUR\","
                        + "\"purchasedAt\":\"2026-06-01T08:45:00.000Z\"}")
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
