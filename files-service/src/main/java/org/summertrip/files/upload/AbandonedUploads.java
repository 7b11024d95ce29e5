package org.summertrip.files.upload;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.summertrip.files.intake.UploadConfig;
import org.summertrip.files.objects.MultipartUploads;

/** Removes, now and then, unfinished content that its replica did not live to discard. Every replica does; twice does no harm. */
@Singleton
public class AbandonedUploads {
    private static final Logger LOG = Logger.getLogger(AbandonedUploads.class);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final MultipartUploads uploads;
    private final UploadConfig config;
    private final Vertx vertx;
    private final Clock clock;

    AbandonedUploads(MultipartUploads uploads, UploadConfig config, Vertx vertx, Clock clock) {
        this.uploads = uploads;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(INTERVAL.toMillis(), timer -> sweep());
    }

    private void sweep() {
        uploads.abortBegunBefore(clock.instant().minus(config.abandonedAfter()))
                .subscribe()
                .with(
                        count -> LOG.debugf("abandoned uploads removed count=%d", count),
                        failure -> LOG.warnf("abandoned uploads wait for the next round cause=%s", failure));
    }
}
