package org.summertrip.gateway.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/** Durations of requests as histograms with few, fixed borders: replicas can be added up, and a route costs ten series and not seventy. */
@Singleton
public class RouteDurations {
    private static final String REQUESTS = "http.server.requests";
    private static final double[] BORDERS = Stream.of(2, 5, 10, 25, 50, 100, 250, 1000, 5000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Produces
    @Singleton
    MeterFilter histogram() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                if (!id.getName().equals(REQUESTS)) {
                    return config;
                }
                return DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(BORDERS)
                        .build()
                        .merge(config);
            }
        };
    }
}
