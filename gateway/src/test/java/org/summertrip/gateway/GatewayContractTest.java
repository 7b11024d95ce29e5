package org.summertrip.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.summertrip.kit.testing.ServiceContract;
import org.summertrip.kit.testing.StoresResource;

@QuarkusTest
@QuarkusTestResource(StoresResource.class)
@QuarkusTestResource(StandIns.class)
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
    protected String protectedPath() {
        return "/things";
    }
}
