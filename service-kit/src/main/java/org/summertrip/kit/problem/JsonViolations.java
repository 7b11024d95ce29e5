package org.summertrip.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes what Jackson stumbles over and lets it go on, with null in the place of what could not be read. */
final class JsonViolations extends DeserializationProblemHandler {
    private static final String BODY = "body";

    /** A set, because a body that is read again after something was left out shows the rest of its faults again. */
    private final Set<Violation> found = new LinkedHashSet<>();

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Violation> list() {
        return List.copyOf(found);
    }

    /** These and the constraints broken by the rest of the body; a field that was unreadable is reported only as that. */
    List<Violation> and(Set<? extends ConstraintViolation<?>> constraints) {
        Set<String> reported = found.stream().map(Violation::field).collect(Collectors.toSet());
        List<Violation> all = new ArrayList<>(found);
        for (ConstraintViolation<?> constraint : constraints) {
            Violation violation = new Violation(constraint.getPropertyPath().toString(), BODY, constraint.getMessage());
            if (!reported.contains(violation.field())) {
                all.add(violation);
            }
        }
        return all;
    }

    void add(JsonMappingException mismatch) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mismatch.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        String message = mismatch instanceof MismatchedInputException input && input.getTargetType() != null
                ? "must be " + name(input.getTargetType())
                : "has the wrong type";
        found.add(new Violation(path.toString(), BODY, message));
    }

    /** Blanks what could not be read, and tells whether there was such a thing. */
    static boolean remove(JsonMappingException mismatch, JsonNode body) {
        List<JsonMappingException.Reference> path = mismatch.getPath();
        JsonNode parent = body;
        for (JsonMappingException.Reference step : path.subList(0, Math.max(0, path.size() - 1))) {
            parent = step.getFieldName() == null ? parent.path(step.getIndex()) : parent.path(step.getFieldName());
        }
        JsonMappingException.Reference last = path.isEmpty() ? null : path.get(path.size() - 1);
        if (last != null && parent instanceof ObjectNode object && last.getFieldName() != null) {
            object.putNull(last.getFieldName());
            return true;
        }
        if (last != null && parent instanceof ArrayNode array && last.getIndex() >= 0) {
            array.setNull(last.getIndex());
            return true;
        }
        return false;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object bean,
            String name)
            throws IOException {
        // Records are built from buffered tokens, which have forgotten where they stood; then the bare name has to do.
        String field = parser == context.getParser() ? path(place(parser)) : name;
        found.add(new Violation(field, BODY, "is not a known field"));
        parser.skipChildren();
        return true;
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String message) {
        return note(context.getParser(), "must be " + name(type));
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String message) {
        return note(context.getParser(), "must be " + name(type));
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
            throws IOException {
        Object nothing = note(parser, "must be " + name(type.getRawClass()));
        parser.skipChildren();
        return nothing;
    }

    private Object note(JsonParser parser, String message) {
        found.add(new Violation(path(place(parser)), BODY, message));
        return null;
    }

    /** Where the present value is: a parser that has just entered an object or array is already one level further down. */
    private static JsonStreamContext place(JsonParser parser) {
        JsonStreamContext context = parser.getParsingContext();
        return parser.currentToken() != null && parser.currentToken().isStructStart() ? context.getParent() : context;
    }

    private static String path(JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String parent = path(context.getParent());
        if (context.inArray()) {
            return parent + "[" + context.getCurrentIndex() + "]";
        }
        String name = context.getCurrentName();
        return name == null ? parent : parent.isEmpty() ? name : parent + "." + name;
    }

    private static String name(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "a UUID";
            case "Instant" -> "an RFC 3339 timestamp";
            case "LocalDate" -> "an ISO date";
            case "Boolean" -> "true or false";
            case "String" -> "a string";
            case "List", "Set" -> "a list";
            default -> "an object";
        };
    }
}
