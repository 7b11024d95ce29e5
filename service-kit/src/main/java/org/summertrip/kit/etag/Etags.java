package org.summertrip.kit.etag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/**
 * Entity tags made of the representation itself (a truncated SHA-256 of its JSON). A version column would be cheaper but wrong:
 * what a caller sees also depends on counters and on who is asking, and those change without the row's version.
 */
@ApplicationScoped
public class Etags {
    private static final int BYTES = 12;

    private final ObjectMapper mapper;

    public Etags(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The strong entity tag of a representation, quotes included. */
    public String of(Object representation) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(mapper.writeValueAsBytes(representation));
            return '"' + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)) + '"';
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("what can be answered can be written", impossible);
        }
    }

    /** Answers a GET: 304 when the caller's {@code If-None-Match} names what it would get, otherwise 200. */
    public Response answer(Object representation, String ifNoneMatch) {
        String etag = of(representation);
        if (matches(ifNoneMatch, etag)) {
            return Response.notModified().header("ETag", etag).build();
        }
        return Response.ok(representation).header("ETag", etag).build();
    }

    /** Adds the tag to an answer that carries the representation. */
    public Response.ResponseBuilder tag(Response.ResponseBuilder response, Object representation) {
        return response.entity(representation).header("ETag", of(representation));
    }

    /**
     * Lets a change pass only if the caller has seen the present state, or did not ask for the check.
     *
     * @throws ProblemException 412 when {@code If-Match} names something else
     */
    public void check(String ifMatch, Object present) {
        if (ifMatch != null && !matches(ifMatch, of(present))) {
            throw new ProblemException(CommonError.PRECONDITION_FAILED);
        }
    }

    private static boolean matches(String header, String etag) {
        if (header == null) {
            return false;
        }
        List<String> named = Arrays.stream(header.split(",")).map(String::strip).toList();
        return named.contains("*") || named.contains(etag) || named.contains("W/" + etag);
    }
}
