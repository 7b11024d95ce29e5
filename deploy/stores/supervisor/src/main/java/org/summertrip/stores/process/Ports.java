package org.summertrip.stores.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Which ports of the loopback address are free. */
public final class Ports {

    private Ports() {}

    /**
     * Binding alone is not enough (macOS lets a specific address be bound beside a wildcard listener), connecting alone
     * neither (a listener with a full backlog does not answer): both must agree.
     */
    public static boolean isFree(int port) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var socket = new Socket()) {
            socket.connect(address, 500);
            return false;
        } catch (IOException nobodyAnswers) {
            return canBind(address);
        }
    }

    private static boolean canBind(InetSocketAddress address) {
        try (var server = new ServerSocket()) {
            server.setReuseAddress(true);
            server.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * A free port outside the range that kernels hand to outgoing connections (32768 and up): a store that was killed
     * must find its port free again.
     */
    public static int random() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            if (isFree(port)) {
                return port;
            }
        }
        throw new Obstacle("No free port between 20000 and 30000 in a thousand attempts.");
    }
}
