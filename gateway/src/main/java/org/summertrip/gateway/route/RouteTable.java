package org.summertrip.gateway.route;

import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.summertrip.gateway.contract.Contract;
import org.summertrip.gateway.contract.Contracts;
import org.summertrip.gateway.contract.Operation;

/**
 * Every path of every contract, as a tree of segments. What the gateway answers itself comes before what a service says of the same
 * operation. Literals win over parameters, segment by segment from the left, as they
 * do in the services: {@code /users/me} is never taken for {@code /users/{id}}.
 */
@Singleton
public class RouteTable {
    private final Node root = new Node();
    private final List<String> faults = new ArrayList<>();

    public RouteTable(Contracts contracts) {
        contracts.own().operations().forEach(this::add);
        contracts.services().stream()
                .map(Contract::operations)
                .flatMap(List::stream)
                .forEach(this::add);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the contracts cannot be served together: " + String.join("; ", faults));
        }
    }

    Optional<ServedPath> find(RequestPath path) {
        return Optional.ofNullable(root.find(path.segments(), 0)).map(Node::served);
    }

    private void add(Operation operation) {
        List<String> segments = List.of(operation.template().substring(1).split("/", -1));
        Node node = root;
        for (String segment : segments) {
            boolean parameter = segment.startsWith("{") && segment.endsWith("}");
            if (!parameter && segment.indexOf('{') >= 0) {
                faults.add(operation + " has a parameter within a segment");
            }
            node = parameter ? node.parameter() : node.literal(segment);
        }
        if (node.template == null) {
            node.template = operation.template();
        }
        Operation other = node.operations.putIfAbsent(operation.method(), operation);
        if (other != null && !other.service().equals(Contracts.OWN_SERVICE)) {
            faults.add(operation + " collides with " + other);
        }
    }

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<HttpMethod, Operation> operations = new HashMap<>();
        private Node parameter;
        private String template;
        private ServedPath served;

        /** Made when it is first asked for; threads that do so at once make equal ones. */
        private ServedPath served() {
            if (served == null) {
                served = new ServedPath(template, operations);
            }
            return served;
        }

        private Node literal(String segment) {
            return literals.computeIfAbsent(segment, absent -> new Node());
        }

        private Node parameter() {
            if (parameter == null) {
                parameter = new Node();
            }
            return parameter;
        }

        /** Steps back to the parameter where the literal leads nowhere: /users/me/friends may be /users/{id}/friends. */
        private Node find(List<String> segments, int depth) {
            if (depth == segments.size()) {
                return operations.isEmpty() ? null : this;
            }
            String segment = segments.get(depth);
            Node next = literals.get(segment);
            Node found = next == null ? null : next.find(segments, depth + 1);
            if (found == null && parameter != null && !segment.isEmpty()) {
                found = parameter.find(segments, depth + 1);
            }
            return found;
        }
    }
}
