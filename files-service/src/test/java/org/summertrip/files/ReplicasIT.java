package org.summertrip.files;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two packaged services over the same stores. */
class ReplicasIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SIZE = 30 * 1024 * 1024;
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";
    private static final FilesStores STORES = new FilesStores();
    private static Map<String, String> environment;
    private final int portBefore = RestAssured.port;

    @BeforeAll
    static void startStores() {
        STORES.init(Map.of("stores", "S3,REDIS"));
        environment = STORES.start();
    }

    @AfterAll
    static void stopStores() {
        STORES.stop();
    }

    @AfterEach
    void forget() {
        RestAssured.port = portBefore;
    }

    @Test
    void goOnWhereAKilledOneHasStopped() throws Exception {
        Api ana = Api.somebody();
        byte[] content = new byte[SIZE];
        assertEquals(SIZE, new Noise(4, SIZE).read(content, 0, SIZE));
        try (Replica first = Replica.launch(environment, QUICK_START);
                Replica second = Replica.launch(environment, QUICK_START)) {
            first.awaitReadiness();
            second.awaitReadiness();
            RestAssured.port = first.port();
            String location = ana.post("/files/uploads", "Tus-Resumable", "1.0.0", "Upload-Length", "" + SIZE)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            String path = location.substring(location.indexOf("/files/"));
            sendSome(first, ana, path, content, SIZE / 2);

            RestAssured.port = second.port();
            await().atMost(PATIENCE).until(() -> offset(ana, path) >= SIZE / 4);
            first.kill();
            await().atMost(PATIENCE).until(() -> patch(ana, path, content, offset(ana, path)) == 204);

            JsonPath file = JsonPath.from(ana.get("/files/" + path.substring(path.lastIndexOf('/') + 1))
                    .body());
            assertEquals(Noise.sha256(4, SIZE), file.getString("sha256"));
            assertTrue(second.residentBytes() > 0);
        }
    }

    /** Leaves the request open; its connection ends with the replica. */
    private static void sendSome(Replica replica, Api ana, String path, byte[] content, int count) throws Exception {
        Socket socket = new Socket("localhost", replica.port());
        OutputStream out = socket.getOutputStream();
        out.write(("PATCH " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + ana.authorization()
                        + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream"
                        + "\r\nUpload-Offset: 0\r\nContent-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(content, 0, count);
        out.flush();
    }

    private static int offset(Api ana, String path) {
        return ana.head(path, "Tus-Resumable", "1.0.0")
                .headers()
                .firstValue("Upload-Offset")
                .map(Integer::parseInt)
                .orElse(-1);
    }

    private static int patch(Api ana, String path, byte[] content, int offset) {
        return ana.request(
                        "PATCH",
                        path,
                        new ByteArrayInputStream(Arrays.copyOfRange(content, offset, content.length)),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Offset",
                        "" + offset,
                        "Content-Type",
                        "application/offset+octet-stream")
                .statusCode();
    }
}
