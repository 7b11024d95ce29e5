package org.summertrip.kit.health;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Tells whether Redis answers, without making it a matter of readiness: a service can serve most of its requests without Redis,
 * and taking every replica of every service out of rotation at once would turn "slower" into "gone". Shown at {@code
 * /q/health/well} and in the gateway's {@code /health}.
 */
@Wellness
@Singleton
public class RedisWellness implements AsyncHealthCheck {
    private static final String NAME = "redis";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ReactiveRedisDataSource redis;

    public RedisWellness(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return redis.execute("PING")
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(pong -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", "does not answer")
                        .build());
    }
}
