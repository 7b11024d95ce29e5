package org.summertrip.users.purchase;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was bought.
 *
 * @param amount a decimal as text, more than zero, at most two decimals: a JSON number would pass through a double somewhere
 */
@Schema(example = "{\"productType\":\"coins_pack\",\"amount\":\"4.99\",\"currency\":\"EUR\"}")
@RegisterForReflection
public record NewPurchase(
        @NotNull ProductType productType,

        @NotNull @Pattern(
                regexp = "(?=.*[1-9])\\d{1,10}(\\.\\d{1,2})?",
                message = "must be a decimal above zero with at most 10 digits and 2 decimals, as a string")
        String amount,

        @NotNull Currency currency) {
    /** The amount with exactly the decimals that the currency has. */
    BigDecimal exactAmount() {
        return new BigDecimal(amount).setScale(2);
    }
}
