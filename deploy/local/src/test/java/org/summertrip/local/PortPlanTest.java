package org.summertrip.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.summertrip.stores.Store;

class PortPlanTest {

    @Test
    void shiftsAllPortsAlike() {
        PortPlan plan = PortPlan.shifted(100);

        assertEquals(3100, plan.of(Service.GATEWAY));
        assertEquals(8181, plan.of(Service.USERS));
        assertEquals(9100, plan.readiness(Service.GATEWAY));
        assertEquals(8184, plan.readiness(Service.FILES));
        assertEquals(16479, plan.stores().get(Store.REDIS));
    }

    @Test
    void refusesAnOffsetThatLeavesTheRange() {
        var refusal = assertThrows(SuiteException.class, () -> PortPlan.shifted(50_000));

        assertTrue(refusal.getMessage().contains("-2999 to 46493"), refusal.getMessage());
    }

    @Test
    void picksEveryRandomPortOnce() {
        PortPlan plan = PortPlan.random();

        var ports = new HashSet<>(plan.services().values());
        ports.addAll(plan.stores().values());
        ports.add(plan.management());
        assertEquals(Service.values().length + Store.values().length + 1, ports.size());
    }

    @Test
    void namesEveryTakenPortAtOnce() throws IOException {
        PortPlan plan = PortPlan.random();
        try (var first = new ServerSocket(plan.of(Service.USERS), 1, InetAddress.getLoopbackAddress());
                var second = new ServerSocket(plan.management(), 1, InetAddress.getLoopbackAddress())) {

            var refusal = assertThrows(SuiteException.class, plan::requireFreeForServices);

            assertTrue(refusal.getMessage().contains("Port " + first.getLocalPort() + ", which users-service needs"));
            assertTrue(refusal.getMessage().contains("Port " + second.getLocalPort() + ", which the gateway's"));
        }
    }
}
