package org.summertrip.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One HTTP/1.1 connection without a client library in between, which would tidy up what a test wants to send untidily. */
public final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    public RawHttp(URI server) {
        try {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends a head, line by line, and the empty line after it. */
    public RawHttp send(String... lines) {
        return write(String.join("\r\n", lines) + "\r\n\r\n");
    }

    public RawHttp write(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes, and tells whether there is still somebody to write to. */
    public boolean stillTakes(String text) {
        try {
            write(text);
            return true;
        } catch (UncheckedIOException closed) {
            return false;
        }
    }

    /** The lines of the next head: status line first. */
    public List<String> head() {
        List<String> lines = new ArrayList<>();
        String line = line();
        while (!line.isEmpty()) {
            lines.add(line);
            line = line();
        }
        return lines;
    }

    public String body(int length) {
        try {
            return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the other side has closed the connection after what was read so far. */
    public boolean isClosed() {
        try {
            return in.read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        try {
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("closed after: " + line);
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
