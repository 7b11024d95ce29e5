package org.summertrip.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Reads JSON bodies and refuses what it does not understand, naming everything at once: unknown fields, wrong types and broken
 * constraints in one answer. Jackson alone stops at its first finding, and Bean Validation would never see such a body.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
public class StrictJsonReader implements ServerMessageBodyReader<Object> {
    /** RFC 7396: absent = unchanged, null = cleared. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** Far above any legitimate body: content of 4,000 code points, escaped, is 48 KB. */
    static final int LIMIT_BYTES = 256 * 1024;

    /** Somebody who gets this many wrong has other worries than the rest. */
    private static final int MOST_MISMATCHES = 30;

    private final ObjectMapper mapper;
    private final Validator validator;

    public StrictJsonReader(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper.copy().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.validator = validator;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo method, MediaType mediaType) {
        return isReadable(type, genericType, new Annotation[0], mediaType);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext request)
            throws IOException {
        return read(genericType, request.getInputStream());
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(genericType, body);
    }

    /**
     * Reads JSON that is at hand already, and validates it too.
     *
     * @throws ProblemException 400 with everything that is wrong
     */
    public <T> T readValid(Class<T> type, byte[] json) {
        try {
            T value = type.cast(check(type, json));
            List<Violation> broken = new JsonViolations().and(validator.validate(value));
            if (!broken.isEmpty()) {
                throw ProblemException.invalid(broken);
            }
            return value;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Object read(Type type, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LIMIT_BYTES + 1);
        if (bytes.length > LIMIT_BYTES) {
            throw new ProblemException(CommonError.TOO_LARGE, "A JSON body may have at most " + LIMIT_BYTES + " bytes");
        }
        if (bytes.length == 0) {
            throw ProblemException.invalid("", "body", "a body is required");
        }
        return check(type, bytes);
    }

    private Object check(Type type, byte[] json) throws IOException {
        JsonViolations found = new JsonViolations();
        Object value = bind(type, json, found);
        if (value == null && found.isEmpty()) {
            throw ProblemException.invalid("", "body", "must not be null");
        }
        if (!found.isEmpty()) {
            List<Violation> all = value == null ? found.list() : found.and(validator.validate(value));
            throw ProblemException.invalid(all);
        }
        return value;
    }

    private Object bind(Type type, byte[] bytes, JsonViolations found) throws IOException {
        ObjectReader reader = mapper.readerFor(mapper.constructType(type)).withHandler(found);
        try {
            return reader.readValue(bytes);
        } catch (JsonMappingException mismatch) {
            return bindWithout(mismatch, reader, bytes, found);
        } catch (JsonProcessingException malformed) {
            throw new ProblemException(CommonError.MALFORMED_JSON, position(malformed));
        }
    }

    /** Some mismatches make Jackson give up; leaving each of them out in turn shows what else there is. */
    private Object bindWithout(JsonMappingException first, ObjectReader reader, byte[] bytes, JsonViolations found)
            throws IOException {
        JsonNode body = mapper.readTree(bytes);
        JsonMappingException mismatch = first;
        for (int left = MOST_MISMATCHES; left > 0; left--) {
            found.add(mismatch);
            if (!JsonViolations.remove(mismatch, body)) {
                return null;
            }
            try {
                return reader.readValue(body);
            } catch (JsonMappingException next) {
                mismatch = next;
            }
        }
        return null;
    }

    private static String position(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? null
                : "At line %d, column %d"
                        .formatted(
                                malformed.getLocation().getLineNr(),
                                malformed.getLocation().getColumnNr());
    }
}
