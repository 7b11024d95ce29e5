package org.summertrip.graph.replay;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.core.parsetools.RecordParser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/** The body is read line by line as the store takes it in; it may be of any length when it is sent in chunks. */
@Path("/internal/replay")
@RolesAllowed(Roles.SERVICE)
public class ReplayResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final int LONGEST_LINE = 256 * 1024;

    private final Replay replay;

    ReplayResource(Replay replay) {
        this.replay = replay;
    }

    @POST
    @Operation(hidden = true)
    public Uni<ReplayCounts> post(@Context HttpServerRequest request) {
        return take(request);
    }

    /** What {@code curl -T -} sends unless told otherwise. */
    @PUT
    @Operation(hidden = true)
    public Uni<ReplayCounts> put(@Context HttpServerRequest request) {
        return take(request);
    }

    private Uni<ReplayCounts> take(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        if (type != null && !type.toLowerCase(Locale.ROOT).startsWith(NDJSON)) {
            throw new ProblemException(CommonError.UNSUPPORTED_MEDIA_TYPE, "It must be " + NDJSON);
        }
        RecordParser lines =
                RecordParser.newDelimited("\n", io.vertx.mutiny.core.http.HttpServerRequest.newInstance(request));
        return replay.of(lines.maxRecordSize(LONGEST_LINE).toMulti());
    }
}
