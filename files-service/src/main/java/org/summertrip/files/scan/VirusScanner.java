package org.summertrip.files.scan;

import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.net.NetClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.summertrip.files.FilesError;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.kit.problem.ProblemException;

/** Asks clamd about content that lies in the store. */
@Singleton
public class VirusScanner {
    private static final Logger LOG = Logger.getLogger(VirusScanner.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final Duration COME_BACK = Duration.ofSeconds(30);

    private final ObjectStore objects;
    private final Optional<Address> address;
    private final Duration timeout;
    private final NetClient client;

    VirusScanner(ObjectStore objects, ScanConfig config, Vertx vertx) {
        this.objects = objects;
        this.address = config.clamd().map(Address::of);
        this.timeout = config.timeout();
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
    }

    /** Completes when the content is clean, or when nothing is scanned here; fails with 400 when it is not, with 503 when nobody knows. */
    public Uni<Void> check(String key, long size) {
        return address.isEmpty() || size == 0
                ? Uni.createFrom().voidItem()
                : verdict(key, size, address.get())
                        .invoke(verdict -> judge(key, verdict))
                        .replaceWithVoid();
    }

    private Uni<String> verdict(String key, long size, Address clamd) {
        return objects.open(key, 0, size)
                .flatMap(opened -> client.connect(clamd.port(), clamd.host())
                        .flatMap(socket -> new ClamdSession(socket, opened.orElseThrow()).scan())
                        .eventually(() -> opened.ifPresent(stream -> stream.close())))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .transform(VirusScanner::unavailable);
    }

    private static void judge(String key, String verdict) {
        if (verdict.endsWith(" FOUND")) {
            LOG.warnf("content refused key=%s verdict=%s", key, verdict);
            throw new ProblemException(FilesError.CONTENT_REFUSED);
        }
        if (!verdict.endsWith(" OK")) {
            throw unavailable(new IllegalStateException("clamd says " + verdict));
        }
    }

    private static ProblemException unavailable(Throwable cause) {
        LOG.errorf("content cannot be scanned and is not taken cause=%s", cause);
        return ProblemException.unavailable("The virus scanner cannot be asked, try again", COME_BACK, cause);
    }

    /** Whether this is why an upload failed. */
    public static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem && problem.error() == FilesError.CONTENT_REFUSED;
    }

    @PreDestroy
    void stop() {
        client.closeAndForget();
    }

    private record Address(String host, int port) {
        static Address of(String text) {
            String[] parts = text.split(":");
            return new Address(parts[0], Integer.parseInt(parts[1]));
        }
    }
}
