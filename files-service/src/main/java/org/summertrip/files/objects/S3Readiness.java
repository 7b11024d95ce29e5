package org.summertrip.files.objects;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the store says within a second that the bucket is there. */
@Readiness
@Singleton
public class S3Readiness implements AsyncHealthCheck {
    private static final String NAME = "s3";

    private final Bucket bucket;

    S3Readiness(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return bucket.exists()
                .map(there -> there ? HealthCheckResponse.up(NAME) : down("the bucket is not there yet"))
                .onFailure()
                .recoverWithItem(failure -> down("does not answer, or not to us"));
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
