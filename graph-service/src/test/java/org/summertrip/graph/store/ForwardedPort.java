package org.summertrip.graph.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port that leads nowhere, then swallows what is sent, then leads to a store, as a test decides. */
final class ForwardedPort implements AutoCloseable {
    private final int port;
    private volatile ServerSocket entrance;
    private volatile int target;

    ForwardedPort(int port) {
        this.port = port;
    }

    /** Accepts connections and never answers. */
    void swallow() {
        target = 0;
        try {
            entrance = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        start(this::accept);
    }

    /** Leads new connections to the store. */
    void leadTo(int storePort) {
        target = storePort;
    }

    /** Loses whatever is sent from now on, on old connections too. */
    void fallSilent() {
        target = 0;
    }

    private void accept() throws IOException {
        while (!entrance.isClosed()) {
            Socket near = entrance.accept();
            if (target != 0) {
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                start(() -> pump(near, far));
                start(() -> pump(far, near));
            }
        }
    }

    private void pump(Socket from, Socket to) throws IOException {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (target != 0) {
                    out.write(buffer, 0, read);
                }
            }
        }
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException closed) {
                // the end of a connection is the end of its thread
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Task {
        void run() throws IOException;
    }
}
