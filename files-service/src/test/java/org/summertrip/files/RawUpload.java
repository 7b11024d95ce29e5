package org.summertrip.files;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An upload on a bare socket: as slow as one likes, and it can be dropped in the middle. */
public final class RawUpload implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;

    private RawUpload(Socket socket) {
        this.socket = socket;
    }

    /** Sends the head of the request and the beginning of the form. */
    public static RawUpload begin(Api somebody, String... headers) {
        try {
            Socket socket = new Socket("localhost", RestAssured.port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            RawUpload upload = new RawUpload(socket);
            upload.send("POST /storage/upload HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + somebody.authorization()
                    + "\r\nContent-Type: " + Form.CONTENT_TYPE + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
            return upload;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public RawUpload beginFile(String filename) {
        return send("------boundary42\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                + "\"\r\n\r\n");
    }

    public RawUpload content(int bytes) {
        try {
            new Noise(1, bytes).transferTo(socket.getOutputStream());
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public RawUpload endForm() {
        return send("\r\n------boundary42--\r\n");
    }

    private RawUpload send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits for the answer. */
    public int status() {
        try {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return Integer.parseInt(reader.readLine().split(" ")[1]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
