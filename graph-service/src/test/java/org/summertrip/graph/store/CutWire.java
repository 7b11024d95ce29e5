package org.summertrip.graph.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to Neo4j of a process that will be killed: after so many messages every connection breaks, in whatever state it is,
 * and no new one comes about. That is all a server sees of a process that dies.
 */
public final class CutWire implements AutoCloseable {
    private static final int UNHARMED = Integer.MAX_VALUE;

    private final ServerSocket entrance;
    private final int target;
    private final AtomicInteger left = new AtomicInteger(UNHARMED);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public CutWire(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Lets so many more messages through. */
    public void cutAfter(int messages) {
        left.set(messages);
    }

    /** The process is started again. */
    public void mend() {
        left.set(UNHARMED);
    }

    /** Whether a message was lost since {@link #cutAfter}. */
    public boolean isCut() {
        return left.get() < 0;
    }

    private void accept() throws IOException {
        while (!entrance.isClosed()) {
            Socket near = entrance.accept();
            if (isCut()) {
                near.close();
            } else {
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                // or a message that follows another waits forty milliseconds for the first one's acknowledgement
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                open.add(near);
                open.add(far);
                start(() -> pump(near, far, true));
                start(() -> pump(far, near, false));
            }
        }
    }

    private void pump(Socket from, Socket to, boolean counted) throws IOException {
        byte[] buffer = new byte[65536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (counted && left.getAndDecrement() <= 0) {
                    left.set(-1);
                    cut();
                    return;
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private void cut() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
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
            cut();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Task {
        void run() throws IOException;
    }
}
