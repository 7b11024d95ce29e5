package org.summertrip.kit.trace;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Lets the variables that OpenTelemetry itself defines do what an operator expects of them: naming a collector is enough to have traces.
 * Quarkus reads names of its own only. What is said by those names in the environment wins.
 */
public class CollectorConfiguration implements ConfigSourceFactory {
    private static final String ENDPOINT = "otel.exporter.otlp.endpoint";
    private static final Map<String, String> BESIDES = Map.of(
            "otel.exporter.otlp.protocol", "quarkus.otel.exporter.otlp.protocol",
            "otel.exporter.otlp.headers", "quarkus.otel.exporter.otlp.headers",
            "otel.traces.sampler.arg", "quarkus.otel.traces.sampler.arg");
    private static final List<String> RECORDED = List.of("vertx-http", "vertx-sql-client", "vertx-redis-client");
    /** Above application.properties, below the environment. */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> properties = new HashMap<>();
        String endpoint = value(context, ENDPOINT);
        if (endpoint != null) {
            properties.put("quarkus.otel.exporter.otlp.endpoint", endpoint);
            boolean wanted = !"true".equals(value(context, "otel.sdk.disabled"));
            properties.put("quarkus.otel.sdk.disabled", Boolean.toString(!wanted));
            RECORDED.forEach(what -> properties.put("quarkus.otel.instrument." + what, Boolean.toString(wanted)));
            BESIDES.forEach((standard, ours) -> {
                String value = value(context, standard);
                if (value != null) {
                    properties.put(ours, value);
                }
            });
        }
        return List.of(new PropertiesConfigSource(properties, CollectorConfiguration.class.getSimpleName(), ORDINAL));
    }

    private static String value(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        String text = value == null ? null : value.getValue();
        return text == null || text.isBlank() ? null : text;
    }
}
