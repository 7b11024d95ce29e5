package org.summertrip.files.objects;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.errors.ErrorResponseException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Makes the bucket at start and keeps trying while the store is down. Three replicas may do so at once: all but one are told
 * that the bucket is theirs already. Looks again from time to time, should the store ever come back empty.
 */
@Singleton
public class Bucket {
    private static final Logger LOG = Logger.getLogger(Bucket.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final Set<String> MADE_BY_ANOTHER = Set.of("BucketAlreadyOwnedByYou", "BucketAlreadyExists");

    private final S3Client client;
    private final S3Calls calls;
    private final ObjectsConfig config;
    private final Vertx vertx;
    private final AtomicBoolean stopped = new AtomicBoolean();

    Bucket(S3Client client, S3Calls calls, ObjectsConfig config, Vertx vertx) {
        this.client = client;
        this.calls = calls;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        ensure();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped.set(true);
    }

    /** Whether it is there; fails within a second if the store does not answer. */
    Uni<Boolean> exists() {
        BucketExistsArgs what =
                BucketExistsArgs.builder().bucket(config.bucket()).build();
        return calls.call(PATIENCE, () -> client.bucketExists(what));
    }

    private void ensure() {
        exists().flatMap(there -> there ? Uni.createFrom().voidItem() : make())
                .subscribe()
                .with(done -> ensureIn(LOOK_AGAIN), this::failed);
    }

    private Uni<Void> make() {
        MakeBucketArgs what = MakeBucketArgs.builder().bucket(config.bucket()).build();
        return calls.call(config.callTimeout(), () -> client.makeBucket(what))
                .invoke(made -> LOG.infof("bucket made bucket=%s", config.bucket()))
                // It is there, which is all that was wanted; every other failure is surfaced.
                .onFailure(Bucket::wasMadeByAnother)
                .recoverWithNull();
    }

    private static boolean wasMadeByAnother(Throwable failure) {
        return failure instanceof ErrorResponseException refused
                && MADE_BY_ANOTHER.contains(refused.errorResponse().code());
    }

    private void failed(Throwable failure) {
        LOG.warnf("bucket cannot be looked at, trying again bucket=%s cause=%s", config.bucket(), failure);
        ensureIn(RETRY);
    }

    private void ensureIn(Duration pause) {
        if (!stopped.get()) {
            vertx.setTimer(pause.toMillis(), timer -> ensure());
        }
    }
}
