package org.summertrip.graph;

import io.quarkus.test.junit.QuarkusTest;
import org.summertrip.kit.testing.ServiceContract;

@QuarkusTest
@GraphStores
class ServiceContractTest extends ServiceContract {
    @Override
    protected String protectedPath() {
        return "/friends";
    }
}
