package org.summertrip.users.purchase;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** What can be bought. */
@RegisterForReflection
public enum ProductType {
    @JsonProperty("premium_subscription")
    PREMIUM_SUBSCRIPTION,
    @JsonProperty("coins_pack")
    COINS_PACK,
    @JsonProperty("vip_access")
    VIP_ACCESS,
    @JsonProperty("feature_unlock")
    FEATURE_UNLOCK;

    static ProductType of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
