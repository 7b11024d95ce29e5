package org.summertrip.kit.testing;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@OnRedis
class KitContractTest extends ServiceContract {
    @Override
    protected String protectedPath() {
        return "/things/me";
    }
}
