package org.summertrip.users;

import io.quarkus.test.junit.QuarkusTest;
import org.summertrip.kit.testing.ServiceContract;

@QuarkusTest
@OnStores
class UsersContractTest extends ServiceContract {
    @Override
    protected String protectedPath() {
        return "/users/me";
    }
}
