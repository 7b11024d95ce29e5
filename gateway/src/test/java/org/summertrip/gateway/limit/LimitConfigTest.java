package org.summertrip.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitConfigTest {
    @Test
    void isGenerousToOneMachineByDefault() {
        LimitConfig config = read(Map.of());

        for (LimitPolicy policy : LimitPolicy.values()) {
            if (policy.subject() == LimitPolicy.Subject.PERSON && !policy.countsBytes()) {
                Quota quota = policy.quota(config);
                assertTrue(quota.amount() >= 1000, policy.code());
                assertTrue(quota.amount() / quota.window().toSeconds() >= 200, policy.code());
            }
        }
        assertTrue(config.exemptNetworks().isEmpty());
    }

    @Test
    void readsEveryQuota() {
        LimitConfig config = read(Map.of(
                "gateway.limits.address", "1/s",
                "gateway.limits.sign-in", "2/s",
                "gateway.limits.sign-up", "3/s",
                "gateway.limits.user", "4/s",
                "gateway.limits.service", "5/s",
                "gateway.limits.read", "6/s",
                "gateway.limits.search", "7/s",
                "gateway.limits.send", "8/s",
                "gateway.limits.upload", "9K/s"));

        long expected = 1;
        for (LimitPolicy policy : LimitPolicy.values()) {
            long amount = policy.countsBytes() ? expected * 1024 : expected;
            assertEquals(new Quota(amount, Duration.ofSeconds(1)), policy.quota(config), policy.code());
            expected++;
        }
    }

    @Test
    void namesEveryQuotaThatIsNoneAtOnce() {
        ConfigValidationException refused = assertThrows(
                ConfigValidationException.class,
                () -> read(Map.of("gateway.limits.user", "many", "gateway.limits.upload", "5")));

        assertTrue(refused.getMessage().contains("many"), refused.getMessage());
        assertTrue(refused.getMessage().contains("gateway.limits.upload"), refused.getMessage());
    }

    private static LimitConfig read(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(LimitConfig.class)
                .build()
                .getConfigMapping(LimitConfig.class);
    }
}
