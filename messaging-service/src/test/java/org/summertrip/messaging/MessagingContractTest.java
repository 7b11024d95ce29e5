package org.summertrip.messaging;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.summertrip.kit.testing.ServiceContract;

@QuarkusTest
class MessagingContractTest extends ServiceContract {
    @BeforeEach
    void isReady() {
        World.awaitReady();
    }

    @Override
    protected String protectedPath() {
        return "/notifications/me";
    }
}
