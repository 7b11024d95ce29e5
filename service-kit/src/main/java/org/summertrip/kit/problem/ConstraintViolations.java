package org.summertrip.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Translates Bean Validation's findings about a resource method into violations of the request. */
final class ConstraintViolations {
    private ConstraintViolations() {}

    static List<Violation> of(ConstraintViolationException invalid, UriInfo uri, HttpHeaders headers) {
        return invalid.getConstraintViolations().stream()
                .map(violation -> translate(violation, uri, headers))
                .distinct()
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
    }

    private static Violation translate(ConstraintViolation<?> violation, UriInfo uri, HttpHeaders headers) {
        StringJoiner properties = new StringJoiner(".");
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                properties.add(node.toString());
            }
        }
        String field = properties.length() > 0 ? properties.toString() : parameter;
        return new Violation(field, place(field, properties.length() > 0, uri, headers), violation.getMessage());
    }

    /** Bean Validation does not say where a parameter came from; its name in the request does. */
    private static String place(String field, boolean nested, UriInfo uri, HttpHeaders headers) {
        if (uri.getPathParameters().containsKey(field)) {
            return "path";
        }
        if (uri.getQueryParameters().containsKey(field)) {
            return "query";
        }
        if (nested) {
            return "body";
        }
        String header = field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        boolean sent = headers.getRequestHeaders().keySet().stream().anyMatch(name -> name.equalsIgnoreCase(header));
        return sent ? "header" : "query";
    }
}
