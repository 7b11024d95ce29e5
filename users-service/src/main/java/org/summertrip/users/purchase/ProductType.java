package org.summertrip.users.purchase;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What can be bought. */
enum ProductType {
    @JsonProperty("premium_subscription")
    PREMIUM_SUBSCRIPTION,
    @JsonProperty("coins_pack")
    COINS_PACK,
    @JsonProperty("vip_access")
    VIP_ACCESS,
    @JsonProperty("feature_unlock")
    FEATURE_UNLOCK;

    static ProductType of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
