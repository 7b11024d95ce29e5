package org.summertrip.users.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.problem.ProblemException;

/** For the gateway, which makes one export of all services', and for whoever has to prove an erasure. Never routed from outside. */
@Path("/internal")
public class InternalResource {
    private final ExportRepository exports;
    private final Erasures erasures;
    private final Caller caller;

    InternalResource(ExportRepository exports, Erasures erasures, Caller caller) {
        this.exports = exports;
        this.erasures = erasures;
        this.caller = caller;
    }

    @GET
    @Path("/export")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<String> export() {
        return exports.everythingAbout(caller.id());
    }

    @GET
    @Path("/erasures/{userId}")
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE})
    @Operation(hidden = true)
    public Uni<Erasure> erasure(@PathParam("userId") UUID userId) {
        return erasures.of(userId).map(found -> found.orElseThrow(ProblemException::notFound));
    }
}
