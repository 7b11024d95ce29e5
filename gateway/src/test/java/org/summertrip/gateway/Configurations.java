package org.summertrip.gateway;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.Map;

/** Configurations as Quarkus would read them, without starting it. */
public final class Configurations {
    private static final Map<String, String> STAND_INS = Map.of(
            "gateway.contracts", "contracts/alpha-service/openapi.yaml,contracts/beta-service/openapi.yaml",
            "gateway.upstreams.\"alpha-service\"", "http://127.0.0.1:1",
            "gateway.upstreams.\"beta-service\"", "http://127.0.0.1:2");

    private Configurations() {}

    /** A good one, for the contracts of the stand-ins, with some values replaced. */
    public static GatewayConfig ofStandIns(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(STAND_INS);
        all.putAll(changes);
        return of(all);
    }

    public static GatewayConfig of(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(GatewayConfig.class)
                .withValidator(new Constraints())
                .build()
                .getConfigMapping(GatewayConfig.class);
    }

    private static final class Constraints implements BeanValidationConfigValidator {
        @Override
        public Validator getValidator() {
            return Validation.buildDefaultValidatorFactory().getValidator();
        }
    }
}
