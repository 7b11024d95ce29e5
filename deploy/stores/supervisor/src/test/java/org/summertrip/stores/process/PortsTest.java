package org.summertrip.stores.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void seesAListenerOnEveryAddress() throws IOException {
        int port = Ports.random();
        assertTrue(Ports.isFree(port));

        try (var listener = new ServerSocket()) {
            listener.bind(new InetSocketAddress(port));

            assertFalse(Ports.isFree(port));
        }
    }

    @Test
    void seesAListenerThatNeverAnswers() throws IOException {
        try (var listener = new ServerSocket()) {
            listener.bind(new InetSocketAddress("127.0.0.1", Ports.random()), 1);

            assertFalse(Ports.isFree(listener.getLocalPort()));
        }
    }
}
