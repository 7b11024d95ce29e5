package org.summertrip.files.scan;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks INSTREAM like clamd: finds what it is told to find, and can be told to misbehave. */
public class FakeClamd implements QuarkusTestResourceLifecycleManager {
    static final String VIRUS = "not really a virus, but found nevertheless";

    static volatile Mood mood = Mood.WELL;
    static final AtomicInteger SCANNED = new AtomicInteger();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket server;

    enum Mood {
        WELL,
        HANGS_UP,
        SAYS_TOO_LARGE
    }

    @Override
    public Map<String, String> start() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.execute(this::accept);
        return Map.of("files.scan.clamd", "127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            String command = new String(in.readNBytes("zINSTREAM\0".length()), StandardCharsets.US_ASCII);
            if (mood == Mood.HANGS_UP || !command.equals("zINSTREAM\0")) {
                return;
            }
            if (mood == Mood.SAYS_TOO_LARGE) {
                out.write("INSTREAM size limit exceeded. ERROR\0".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            boolean found = false;
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                found |= new String(in.readNBytes(length), StandardCharsets.ISO_8859_1).contains(VIRUS);
            }
            SCANNED.incrementAndGet();
            String verdict = found ? "stream: Test-Signature FOUND\0" : "stream: OK\0";
            out.write(verdict.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // The other side has seen enough.
            SCANNED.get();
        }
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.shutdownNow();
    }
}
