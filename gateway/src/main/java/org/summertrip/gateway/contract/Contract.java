package org.summertrip.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The OpenAPI document of one service.
 *
 * @param service the name of the service, as in the configuration
 * @param document the parsed document; not to be changed
 */
public record Contract(String service, JsonNode document) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");
    private static final Set<String> INTERNAL = Set.of("q", "internal");

    /** Whether paths that begin so are for the inside only; a contract that lists them does not make them public. */
    public static boolean isInternal(String firstSegment) {
        return INTERNAL.contains(firstSegment);
    }

    /** What the document says of each path that is public, in its order. */
    public List<Map.Entry<String, JsonNode>> paths() {
        return document.path("paths").properties().stream()
                .filter(path -> !isInternal(path.getKey().split("/", -1)[1]))
                .toList();
    }

    /** Every public operation, in the order of the document. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths()) {
            path.getValue().properties().forEach(operation -> {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(operation(path.getKey(), operation.getKey(), operation.getValue()));
                }
            });
        }
        return operations;
    }

    /** What keeps this document from being served, if anything. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        JsonNode paths = document.path("paths");
        if (!paths.isObject() || paths.isEmpty()) {
            faults.add("has no paths");
        }
        paths.properties().forEach(path -> {
            if (!path.getKey().startsWith("/")) {
                faults.add("has a path without a slash: " + path.getKey());
            }
            path.getValue().properties().forEach(operation -> {
                if (METHODS.contains(operation.getKey())
                        && !operation.getValue().isObject()) {
                    faults.add("does not describe " + operation.getKey() + " " + path.getKey()
                            + " (aliases of YAML are not followed)");
                }
            });
        });
        return faults;
    }

    /**
     * The one place that decides what is open to everybody: an operation that says {@code security: []}. One that says nothing
     * needs a token, even if the document as a whole forgot to demand it.
     */
    private Operation operation(String path, String method, JsonNode operation) {
        JsonNode security = operation.path("security");
        boolean anonymous = security.isArray() && security.isEmpty();
        return new Operation(service, HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), path, anonymous);
    }
}
