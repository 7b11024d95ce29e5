package org.summertrip.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the packaged service does with large files: how fast, beside the MinIO client on the same server in the same run, and in how
 * much memory. Takes minutes, hence no part of the build; the README has the command.
 */
class ThroughputBenchmark {
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final long SIZE = 256L * 1024 * 1024;
    private static final long GIGABYTE = 1_000_000_000;
    private static final long MOST_GROWTH = 64L * 1024 * 1024;
    private static final FilesStores STORES = new FilesStores();
    private static final OkHttpClient HTTP = new OkHttpClient();
    private static Map<String, String> environment;

    @TempDir
    static Path directory;

    @BeforeAll
    static void start() {
        STORES.init(Map.of("stores", "S3,REDIS"));
        environment = STORES.start();
    }

    @AfterAll
    static void stop() {
        STORES.stop();
    }

    @Test
    void movesFilesNearlyAsFastAsTheClientAlone() throws Exception {
        Path content = directory.resolve("content");
        Files.copy(new Noise(1, SIZE), content);
        MinioClient minio = MinioClient.builder()
                .endpoint(environment.get("S3_ENDPOINT"))
                .region("us-east-1")
                .credentials(environment.get("S3_ACCESS_KEY"), environment.get("S3_SECRET_KEY"))
                .build();
        try (Replica replica = Replica.start(environment)) {
            RestAssured.port = replica.port();
            Api ana = Api.somebody();
            List<Double> clientUp = new ArrayList<>();
            List<Double> serviceUp = new ArrayList<>();
            List<Double> clientDown = new ArrayList<>();
            List<Double> serviceDown = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                clientUp.add(rate(() -> put(minio, content)));
                String[] id = new String[1];
                serviceUp.add(rate(() -> id[0] = upload(ana, content)));
                clientDown.add(rate(() -> get(minio)));
                serviceDown.add(rate(() -> download(ana, id[0])));
                ana.delete("/files/" + id[0]);
            }
            print("up", clientUp, serviceUp);
            print("down", clientDown, serviceDown);
        }
    }

    @Test
    void takesAGigabyteInAHeapOf128Megabytes() throws Exception {
        try (Replica replica = Replica.start(environment, "-Xmx128m")) {
            RestAssured.port = replica.port();
            Api ana = Api.somebody();
            ana.upload(Form.file("warm.bin", null, new Noise(2, SIZE)));
            long before = replica.residentBytes();
            long[] most = {before};
            AtomicBoolean over = new AtomicBoolean();
            Thread watch = new Thread(() -> {
                while (!over.get()) {
                    most[0] = Math.max(most[0], replica.residentBytes());
                    LockSupport.parkNanos(50_000_000);
                }
            });
            watch.start();

            JsonPath file = Api.created(ana.upload(Form.file("large.bin", null, new Noise(3, GIGABYTE))));
            over.set(true);
            watch.join();

            System.out.printf("1 GB at -Xmx128m: resident %d MB before, at most %d MB%n", before >> 20, most[0] >> 20);
            assertEquals(Noise.sha256(3, GIGABYTE), file.getString("sha256"));
            assertTrue(most[0] - before < MOST_GROWTH);
        }
    }

    private static void print(String way, List<Double> client, List<Double> service) {
        double alone = median(client.subList(1, client.size()));
        double ours = median(service.subList(1, service.size()));
        System.out.printf("%s: client %.0f MB/s, service %.0f MB/s, ratio %.2f%n", way, alone, ours, ours / alone);
    }

    private static double median(List<Double> rates) {
        List<Double> sorted = new ArrayList<>(rates);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static double rate(Callable<?> transfer) throws Exception {
        long before = System.nanoTime();
        transfer.call();
        return SIZE / 1e6 / ((System.nanoTime() - before) / 1e9);
    }

    private static Object put(MinioClient minio, Path content) throws Exception {
        try (InputStream in = Files.newInputStream(content)) {
            return minio.putObject(
                    PutObjectArgs.builder().bucket("uploads").object("benchmark").stream(in, SIZE, 5 * 1024 * 1024)
                            .build());
        }
    }

    private static Object get(MinioClient minio) throws Exception {
        try (InputStream in = minio.getObject(
                GetObjectArgs.builder().bucket("uploads").object("benchmark").build())) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String upload(Api ana, Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            return Api.created(ana.upload(Form.file("benchmark.bin", null, in))).getString("id");
        }
    }

    /** With the HTTP client that the MinIO client has inside, so that the reader is the same. */
    private static Object download(Api ana, String id) throws Exception {
        Request request = new Request.Builder()
                .url(RestAssured.baseURI + ":" + RestAssured.port + "/storage/download/" + id)
                .header("Authorization", ana.authorization())
                .build();
        try (Response response = HTTP.newCall(request).execute()) {
            return response.body().byteStream().transferTo(OutputStream.nullOutputStream());
        }
    }
}
