package org.summertrip.users.purchase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to buy.
 *
 * @param amount text, because a JSON number is a double to many clients and 0.1 is none
 */
@Schema(example = "{\"productType\":\"coins_pack\",\"amount\":\"4.99\",\"currency\":\"EUR\"}")
public record NewPurchase(
        @NotNull ProductType productType,

        @NotNull @Pattern(regexp = AMOUNT, message = "must be more than zero, below ten thousand million, with at most two decimals: \"4.99\"")
        String amount,

        @NotNull Currency currency) {
    private static final String AMOUNT = "(?=.*[1-9])(0|[1-9]\\d{0,9})(\\.\\d{1,2})?";

    BigDecimal exactAmount() {
        return new BigDecimal(amount).setScale(2);
    }
}
