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
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    /** Downloads are so much faster than uploads that one of each per round would tell little. */
    private static final int DOWNLOADS = 5;

    /** Rounds that do not count, with downloads enough for the service to be compiled. */
    private static final int WARMING = 2;

    private static final int DOWNLOADS_TO_WARM_UP = 20;

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
            Map<String, ProcessHandle> processes = processes(replica);
            Cost clientUp = new Cost(processes, SIZE);
            Cost serviceUp = new Cost(processes, SIZE);
            Cost clientDown = new Cost(processes, SIZE);
            Cost serviceDown = new Cost(processes, SIZE);
            List<Cost> all = List.of(clientUp, serviceUp, clientDown, serviceDown);
            for (int round = 0; round < WARMING + ROUNDS; round++) {
                if (round == WARMING) {
                    all.forEach(Cost::forget);
                }
                String[] id = new String[1];
                clientUp.of(() -> put(minio, content));
                serviceUp.of(() -> id[0] = upload(ana, content));
                int downloads = round < WARMING ? DOWNLOADS_TO_WARM_UP : DOWNLOADS;
                for (int download = 0; download < downloads; download++) {
                    clientDown.of(() -> get(minio));
                    serviceDown.of(() -> download(ana, id[0]));
                }
                ana.delete("/files/" + id[0]);
            }
            print("up", clientUp, serviceUp);
            print("down", clientDown, serviceDown);
        }
    }

    @Test
    void takesAndGivesAGigabyteInAHeapOf128Megabytes() throws Exception {
        try (Replica replica = Replica.start(environment, "-Xmx128m")) {
            RestAssured.port = replica.port();
            Api ana = Api.somebody();
            String warm = Api.created(ana.upload(Form.file("warm.bin", null, new Noise(2, SIZE))))
                    .getString("id");
            download(ana, warm);
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
            String read = sha256(ana.open(file.getString("id")).body());
            over.set(true);
            watch.join();

            System.out.printf("1 GB at -Xmx128m: resident %d MB before, at most %d MB%n", before >> 20, most[0] >> 20);
            assertEquals(Noise.sha256(3, GIGABYTE), file.getString("sha256"));
            assertEquals(file.getString("sha256"), read);
            assertTrue(most[0] - before < MOST_GROWTH);
        }
    }

    private static String sha256(InputStream content) throws IOException {
        MessageDigest digest = Noise.sha256();
        try (InputStream in = new DigestInputStream(content, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Map<String, ProcessHandle> processes(Replica replica) {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        processes.put("client", ProcessHandle.current());
        processes.put("service", replica.process());
        processes.put("store", store());
        return processes;
    }

    private static ProcessHandle store() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("s3proxy"))
                .findFirst()
                .orElseThrow();
    }

    private static void print(String way, Cost client, Cost service) {
        System.out.printf("%s: ratio %.2f%n", way, service.rate() / client.rate());
        System.out.printf("  the client alone: %s%n  the service: %s%n", client, service);
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
