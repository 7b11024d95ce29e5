package org.summertrip.gateway.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.summertrip.gateway.GatewayConfig;

/** Reads the contracts when the gateway starts; without any one of them it does not start. */
@Singleton
public class Contracts {
    /** The service of the operations that the gateway answers itself. */
    public static final String OWN_SERVICE = "gateway";

    private static final Pattern LOCATION = Pattern.compile("(?:.*/)?([a-z0-9-]+)/openapi\\.yaml");
    private static final String OWN = "contracts/gateway/openapi.yaml";

    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    private final Contract own;
    private final List<Contract> services;

    public Contracts(GatewayConfig config) {
        List<String> faults = new ArrayList<>();
        own = read(OWN, faults);
        services = config.contracts().stream()
                .map(location -> read(location, faults))
                .toList();
        services.stream()
                .filter(contract -> !config.upstreams().containsKey(contract.service()))
                .forEach(contract -> faults.add("gateway.upstreams.\"" + contract.service() + "\" is missing"));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the gateway cannot start: " + String.join("; ", faults));
        }
    }

    /** What the gateway answers itself. */
    public Contract own() {
        return own;
    }

    /** What it passes on, in the order of the configuration. */
    public List<Contract> services() {
        return services;
    }

    private Contract read(String location, List<String> faults) {
        Matcher name = LOCATION.matcher(location);
        if (!name.matches()) {
            faults.add(location + " is not named <service>/openapi.yaml");
            return new Contract(location, MissingNode.getInstance());
        }
        Contract contract = new Contract(name.group(1), MissingNode.getInstance());
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(location)) {
            if (stream == null) {
                faults.add(location + " is not on the class path: was the service's openapi.yaml there at build time?");
            } else {
                contract = new Contract(name.group(1), yaml.readTree(stream));
                contract.faults().forEach(fault -> faults.add(location + " " + fault));
            }
        } catch (IOException unreadable) {
            faults.add(location + " cannot be read: " + unreadable.getMessage());
        }
        return contract;
    }
}
