package org.summertrip.files;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnStores
class DownloadInterruptionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** More than the buffers of all sockets on the way hold. */
    private static final long LARGE = 32 * 1024 * 1024;

    private static final int READERS = 5;

    @Test
    void givesTheConnectionToTheStoreBackWhenTheReaderGoesAway() throws IOException {
        Api ana = Api.somebody();
        String id = Api.created(ana.upload(Form.file("large.bin", null, new Noise(7, LARGE))))
                .getString("id");

        List<Socket> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(begin(ana, id));
        }
        await().atMost(PATIENCE).until(() -> connections() >= READERS);
        for (Socket reader : readers) {
            reader.close();
        }

        await().atMost(PATIENCE).until(() -> connections() == 0);
    }

    /** Reads the first bytes and then no more. */
    private static Socket begin(Api ana, String id) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        String request = "GET /storage/download/%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n\r\n"
                .formatted(id, ana.authorization());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String status = new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);
        assertEquals("HTTP/1.1 200 OK", status);
        return socket;
    }

    private static int connections() {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("files_s3_connections{") || line.startsWith("files_s3_connections "))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
