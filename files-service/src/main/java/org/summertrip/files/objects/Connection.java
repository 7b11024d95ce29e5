package org.summertrip.files.objects;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.minio.MinioAsyncClient;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Makes the client by hand: the extension's own waits five minutes for a dead server, runs five requests at a time and names
 * a metric after every object.
 */
@Singleton
public class Connection {
    /** What the gauge of connections tells. */
    static final String IN_USE = "Connections to the store that something is being sent or read on";

    private static final Duration CONNECT = Duration.ofSeconds(1);
    /** Silence on an open connection. A hung call ends with this even when nobody waits for it any more. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final int CONCURRENT_CALLS = 128;

    private final OkHttpClient http;

    Connection(MeterRegistry meters) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CONCURRENT_CALLS);
        dispatcher.setMaxRequestsPerHost(CONCURRENT_CALLS);
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                .build();
        Gauge.builder("files.s3.connections", http.connectionPool(), Connection::inUse)
                .description(IN_USE)
                .tag("purpose", "calls")
                .register(meters);
    }

    private static int inUse(ConnectionPool pool) {
        return pool.connectionCount() - pool.idleConnectionCount();
    }

    @Produces
    @Singleton
    S3Client client(ObjectsConfig config) {
        return new S3Client(to(config.endpoint(), config));
    }

    /** Signs addresses for clients and never calls anybody, so the public endpoint need not be reachable from here. */
    @Produces
    @Singleton
    PresignedUrls presignedUrls(ObjectsConfig config) {
        return new PresignedUrls(to(config.publicEndpoint().orElse(config.endpoint()), config), config.bucket());
    }

    private MinioAsyncClient to(URI endpoint, ObjectsConfig config) {
        return MinioAsyncClient.builder()
                .endpoint(endpoint.toString())
                .region(config.region())
                .credentials(config.accessKey(), config.secretKey())
                .httpClient(http)
                .build();
    }

    void stop(@Observes ShutdownEvent stopping) {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
