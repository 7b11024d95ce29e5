package org.summertrip.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.gateway.contract.Contracts;

class GatewayConfigTest {
    @Test
    void hasDefaultsForEverythingButTheServices() {
        GatewayConfig config = Configurations.ofStandIns(Map.of());

        assertEquals(1024 * 1024, config.jsonBodyLimit().asLongValue());
        assertTrue(config.trustedProxies().isEmpty());
        assertEquals(Duration.ofSeconds(1), config.proxy().connectTimeout());
        assertEquals(Duration.ofSeconds(30), config.proxy().firstByteTimeout());
        assertEquals(Duration.ofMinutes(2), config.proxy().idleTimeout());
        assertEquals(Duration.ofSeconds(60), config.proxy().keepAlive());
        assertEquals(Duration.ofSeconds(2), config.proxy().retryAfter());
        assertEquals(256, config.proxy().connections());
        assertEquals(1024, config.proxy().waiting());
        assertEquals(Duration.ofSeconds(1), config.health().timeout());
        assertEquals(Duration.ofSeconds(1), config.health().remembered());
    }

    @Test
    void readsEveryValue() {
        GatewayConfig config = Configurations.ofStandIns(Map.ofEntries(
                Map.entry("gateway.upstreams.\"alpha-service\"", "https://alpha.example,http://10.0.0.7:8081"),
                Map.entry("gateway.trusted-proxies", "10.42.0.0/16,fd00::/8,192.0.2.7"),
                Map.entry("gateway.json-body-limit", "64K"),
                Map.entry("gateway.proxy.connect-timeout", "100ms"),
                Map.entry("gateway.proxy.first-byte-timeout", "5s"),
                Map.entry("gateway.proxy.idle-timeout", "6s"),
                Map.entry("gateway.proxy.keep-alive", "7s"),
                Map.entry("gateway.proxy.retry-after", "8s"),
                Map.entry("gateway.proxy.connections", "9"),
                Map.entry("gateway.proxy.waiting", "10"),
                Map.entry("gateway.health.timeout", "11s"),
                Map.entry("gateway.health.remembered", "12s")));

        assertEquals(
                List.of(new Upstream("alpha.example", 443, true), new Upstream("10.0.0.7", 8081, false)),
                config.upstreams().get("alpha-service"));
        assertEquals(64 * 1024, config.jsonBodyLimit().asLongValue());
        List<Network> trusted = config.trustedProxies().orElseThrow();
        assertTrue(trusted.get(0).contains("10.42.255.1"));
        assertFalse(trusted.get(0).contains("10.43.0.1"));
        assertTrue(trusted.get(1).contains("fd12::1"));
        assertFalse(trusted.get(1).contains("10.42.255.1"));
        assertTrue(trusted.get(2).contains("192.0.2.7"));
        assertFalse(trusted.get(2).contains("192.0.2.8"));
        assertEquals(Duration.ofMillis(100), config.proxy().connectTimeout());
        assertEquals(Duration.ofSeconds(5), config.proxy().firstByteTimeout());
        assertEquals(Duration.ofSeconds(6), config.proxy().idleTimeout());
        assertEquals(Duration.ofSeconds(7), config.proxy().keepAlive());
        assertEquals(Duration.ofSeconds(8), config.proxy().retryAfter());
        assertEquals(9, config.proxy().connections());
        assertEquals(10, config.proxy().waiting());
        assertEquals(Duration.ofSeconds(11), config.health().timeout());
        assertEquals(Duration.ofSeconds(12), config.health().remembered());
    }

    @Test
    void namesEveryUnreadableValueAtOnce() {
        ConfigValidationException refused = assertThrows(
                ConfigValidationException.class,
                () -> Configurations.ofStandIns(Map.of(
                        "gateway.upstreams.\"alpha-service\"", "ftp://alpha",
                        "gateway.trusted-proxies", "proxy.example",
                        "gateway.json-body-limit", "much")));

        assertTrue(refused.getMessage().contains("ftp://alpha"), refused.getMessage());
        assertTrue(refused.getMessage().contains("proxy.example"), refused.getMessage());
        assertTrue(refused.getMessage().contains("gateway.json-body-limit"), refused.getMessage());
    }

    @Test
    void namesEveryValueOutOfRangeAtOnce() {
        ConfigValidationException refused = assertThrows(
                ConfigValidationException.class,
                () -> Configurations.ofStandIns(Map.of(
                        "gateway.proxy.connect-timeout", "0s",
                        "gateway.proxy.connections", "0",
                        "gateway.health.timeout", "1h")));

        assertTrue(refused.getMessage().contains("gateway.proxy.connect-timeout"), refused.getMessage());
        assertTrue(refused.getMessage().contains("gateway.proxy.connections"), refused.getMessage());
        assertTrue(refused.getMessage().contains("gateway.health.timeout"), refused.getMessage());
    }

    @Test
    void namesEveryContractThatIsMissingOrLeadsNowhere() {
        GatewayConfig config = Configurations.of(Map.of(
                "gateway.contracts",
                "contracts/alpha-service/openapi.yaml,contracts/lost-service/openapi.yaml,contracts/strange.json"));

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> new Contracts(config));

        assertTrue(
                refused.getMessage().contains("gateway.upstreams.\"alpha-service\" is missing"), refused.getMessage());
        assertTrue(refused.getMessage().contains("contracts/lost-service/openapi.yaml is not on the class path"));
        assertTrue(refused.getMessage().contains("contracts/strange.json is not named <service>/openapi.yaml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:8081",
                "users-service",
                "http://",
                "http://host/path",
                "http://host?x",
                "http://me@host",
                "http://host:port",
                ""
            })
    void takesNothingButAnOriginForAnUpstream(String url) {
        assertThrows(IllegalArgumentException.class, () -> Upstream.of(url));
    }

    @Test
    void knowsTheUrlsOfAnUpstream() {
        Upstream upstream = Upstream.of("http://users-service/");

        assertEquals("/users/1", upstream.relative("http://users-service/users/1"));
        assertEquals("/users/1", upstream.relative("http://users-service:80/users/1"));
        assertEquals("https://users-service/users/1", upstream.relative("https://users-service/users/1"));
        assertEquals("http://users-service.evil/x", upstream.relative("http://users-service.evil/x"));
        assertEquals("/x", Upstream.of("http://[::1]:8081").relative("http://[::1]:8081/x"));
    }
}
