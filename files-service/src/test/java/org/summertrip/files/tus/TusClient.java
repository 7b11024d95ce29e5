package org.summertrip.files.tus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.summertrip.files.Api;

/** Speaks tus by hand, so that a test can say what is odd. */
final class TusClient {
    private static final String UPLOADS = "/files/uploads";
    private static final String STREAM = "application/offset+octet-stream";

    private final Api somebody;

    TusClient(Api somebody) {
        this.somebody = somebody;
    }

    static String metadata(String name, String value) {
        return name + " " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> create(Object length, String metadata, String... more) {
        List<String> headers = new ArrayList<>(List.of("Tus-Resumable", "1.0.0", "Upload-Length", "" + length));
        if (metadata != null) {
            headers.addAll(List.of("Upload-Metadata", metadata));
        }
        headers.addAll(List.of(more));
        return somebody.request("POST", UPLOADS, null, headers.toArray(String[]::new));
    }

    /** Begins an upload and answers with its path. */
    String begun(long length, String filename) {
        HttpResponse<String> created = create(length, metadata("filename", filename));
        assertEquals(201, created.statusCode(), created.body());
        return path(created);
    }

    static String path(HttpResponse<String> created) {
        String location = created.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf(UPLOADS));
    }

    HttpResponse<String> patch(String path, long offset, byte[] content, String... more) {
        List<String> headers = new ArrayList<>(
                List.of("Tus-Resumable", "1.0.0", "Upload-Offset", "" + offset, "Content-Type", STREAM));
        headers.addAll(List.of(more));
        return somebody.request("PATCH", path, new ByteArrayInputStream(content), headers.toArray(String[]::new));
    }

    HttpResponse<String> head(String path) {
        return somebody.head(path, "Tus-Resumable", "1.0.0");
    }

    HttpResponse<String> terminate(String path) {
        return somebody.delete(path, "Tus-Resumable", "1.0.0");
    }

    /** Announces a body of all that is left and goes away in the middle of it. */
    void patchCutOff(String path, int offset, byte[] whole, int sent) {
        try (Socket socket = beginPatch(path, offset, whole.length - offset)) {
            OutputStream out = socket.getOutputStream();
            out.write(whole, offset, sent);
            out.flush();
        } catch (IOException refusedEarly) {
            throw new UncheckedIOException(refusedEarly);
        }
    }

    /** Sends the head of a request only. */
    Socket beginPatch(String path, long offset, long length) {
        try {
            Socket socket = new Socket("localhost", RestAssured.port);
            socket.setSoTimeout(30_000);
            String head = "PATCH " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + somebody.authorization()
                    + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: " + STREAM + "\r\nUpload-Offset: " + offset
                    + "\r\nContent-Length: " + length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
