package org.summertrip.files.tus;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.summertrip.files.HttpDate;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/** The headers that requests and answers of the protocol have in common. */
final class TusAnswers {
    private static final String STREAM = "application/offset+octet-stream";

    private TusAnswers() {}

    static boolean isStream(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(STREAM);
    }

    static void requireStream(HttpServerRequest request) {
        if (!isStream(request)) {
            throw new ProblemException(CommonError.UNSUPPORTED_MEDIA_TYPE, "It must be " + STREAM);
        }
    }

    static Response.ResponseBuilder describe(Response.ResponseBuilder response, Progress progress) {
        response.header("Upload-Offset", progress.offset());
        return progress.expiresAt() == null || progress.offset() == progress.length()
                ? response
                : response.header("Upload-Expires", HttpDate.of(progress.expiresAt()));
    }
}
