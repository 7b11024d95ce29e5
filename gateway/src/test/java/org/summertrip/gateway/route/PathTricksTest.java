package org.summertrip.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.gateway.RawHttp;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** Ways of writing a path so that two readers read two paths. None of them may reach a service, token or not. */
@QuarkusTest
@WithTestResource(StoresResource.class)
@WithTestResource(StandIns.class)
class PathTricksTest {
    StandIns standIns;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void reset() {
        standIns.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//things",
                "/things//7",
                "/things//",
                "/./things",
                "/things/./7",
                "/things/../internal/export",
                "/open/../things",
                "/open/keys/../../things",
                "/things/..",
                "/things/%2e%2e/internal/export",
                "/things/%2E%2E/internal/export",
                "/things/.%2e/internal/export",
                "/open/%2e%2e/things",
                "/things/%2e",
                "/things%2f7",
                "/things/7%2Fparts",
                "/things/..%2finternal%2fexport",
                "/things/7%5cparts",
                "/things/..%5c..%5cinternal",
                "/%74hings",
                "/things/%6dine",
                "/%71/health",
                "/%69nternal/export",
                "/things/7%00",
                "/things/7%0d%0aX-Evil:%201",
                "/things/%c0%ae%c0%ae/x",
                "/things/%c0%af",
                "/things/%ff",
                "/things/7;a=b",
                "/things;a=b/7",
                "/things/..;/internal/export",
                "/internal;a=b/export",
                "/internal/export",
                "/internal/%65xport",
                "/q/secret",
                "/q//secret",
                "/things/%",
                "/things/%4",
                "/things/%zz",
                "/things/7#x",
                "things",
                "*",
                "http://127.0.0.1/things",
                "http://127.0.0.1:8081/internal/export",
                "/things/\\..\\x",
                "/things/7|x",
            })
    void reachNobody(String target) {
        AtomicInteger reached = new AtomicInteger();
        standIns.alpha().answers(request -> {
            reached.incrementAndGet();
            request.response().end();
        });

        for (String token : new String[] {"Bearer " + Tokens.admin(UUID.randomUUID()), "none"}) {
            try (RawHttp client = new RawHttp(gateway)) {
                String status = client.send("GET " + target + " HTTP/1.1", "Host: gateway", "Authorization: " + token)
                        .head()
                        .get(0);
                assertTrue(status.matches("HTTP/1.1 40[04] .*"), target + " was " + status);
            }
        }
        assertEquals(0, reached.get());
    }
}
