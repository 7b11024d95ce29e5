package org.summertrip.gateway.route;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.summertrip.gateway.contract.Operation;

/**
 * A path that some service answers, with everything that can be asked of it.
 *
 * @param template how the first contract that has it writes it
 * @param shape the template without the names of its parameters: {@code /groups/{}/members}
 */
public record ServedPath(String template, String shape, Map<HttpMethod, Operation> operations) {
    private static final String KEY = ServedPath.class.getName();
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    public ServedPath {
        operations = Map.copyOf(operations);
    }

    ServedPath(String template, Map<HttpMethod, Operation> operations) {
        this(template, PARAMETER.matcher(template).replaceAll("{}"), operations);
    }

    /** What the current request was found to ask for; empty for what the gateway answers itself. */
    public static Optional<ServedPath> of(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }

    void attachTo(RoutingContext context) {
        context.put(KEY, this);
    }

    /** HEAD is answered wherever GET is (RFC 9110), whether or not the contract mentions it. */
    public Optional<Operation> operation(HttpMethod method) {
        Operation exact = operations.get(method);
        boolean asGet = exact == null && HttpMethod.HEAD.equals(method);
        return Optional.ofNullable(asGet ? operations.get(HttpMethod.GET) : exact);
    }

    /** The {@code Allow} header. */
    String allow() {
        TreeSet<String> methods =
                operations.keySet().stream().map(HttpMethod::name).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET.name())) {
            methods.add(HttpMethod.HEAD.name());
        }
        return String.join(", ", methods);
    }
}
