package org.summertrip.gateway;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.summertrip.kit.testing.ServiceContract;
import org.summertrip.kit.testing.StoresResource;

@QuarkusTest
@WithTestResource(StoresResource.class)
@WithTestResource(StandIns.class)
class GatewayContractTest extends ServiceContract {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @BeforeEach
    void findHealthAndMetrics() {
        ManagementPort.use(management);
    }

    @AfterEach
    void forgetThem() {
        ManagementPort.leave();
    }

    @Override
    protected String readiness() {
        return management.resolve("/q/health/ready").toString();
    }

    @Override
    protected String protectedPath() {
        return "/things";
    }
}
