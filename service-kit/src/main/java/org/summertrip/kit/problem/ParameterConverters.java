package org.summertrip.kit.problem;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A parameter that cannot be read is the caller's mistake: 400 with its name. JAX-RS would say 404, as if the thing were absent.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {
    private static final Map<Class<?>, Reader> READERS = Map.of(
            UUID.class, new Reader("must be a UUID", ParameterConverters::uuid),
            Integer.class, new Reader("must be a whole number", Integer::valueOf),
            Long.class, new Reader("must be a whole number", Long::valueOf),
            Instant.class, new Reader("must be an RFC 3339 timestamp", Instant::parse),
            LocalDate.class, new Reader("must be an ISO date", LocalDate::parse),
            Boolean.class, new Reader("must be true or false", ParameterConverters::bool));

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Reader reader = READERS.get(type);
        return reader == null ? null : new Converter<>(type, reader, place(annotations));
    }

    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        // UUID.fromString takes "1-1-1-1-1" too; only the canonical form is an id.
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Place place(Annotation[] annotations) {
        for (Annotation annotation : annotations == null ? new Annotation[0] : annotations) {
            if (annotation instanceof PathParam path) {
                return new Place(path.value(), "path");
            }
            if (annotation instanceof QueryParam query) {
                return new Place(query.value(), "query");
            }
            if (annotation instanceof HeaderParam header) {
                return new Place(header.value(), "header");
            }
        }
        return new Place("id", "path");
    }

    private record Reader(String message, Function<String, Object> parse) {}

    private record Place(String field, String in) {}

    private record Converter<T>(Class<T> type, Reader reader, Place place) implements ParamConverter<T> {
        @Override
        public T fromString(String value) {
            if (value == null) {
                return null;
            }
            try {
                return type.cast(reader.parse().apply(value));
            } catch (RuntimeException unreadable) {
                throw ProblemException.invalid(place.field(), place.in(), reader.message());
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
