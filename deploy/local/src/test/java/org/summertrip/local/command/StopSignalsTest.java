package org.summertrip.local.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.summertrip.stores.process.Signals;

class StopSignalsTest {

    @Test
    void turnsTermIntoACall() throws InterruptedException {
        var called = new CountDownLatch(1);
        StopSignals.handle(called::countDown);

        Signals.send(ProcessHandle.current().pid(), "TERM");

        assertTrue(called.await(10, TimeUnit.SECONDS));
    }
}
