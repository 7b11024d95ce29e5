package org.summertrip.files.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.summertrip.files.intake.Reception;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.kit.identity.Roles;

/** Takes what users-service tells at {@code /internal/snapshot}; doing so again changes nothing. */
@Path("/internal/replay")
public class ReplayResource {
    private final List<EventHandler> handlers;
    private final ObjectMapper mapper;

    ReplayResource(@All List<EventHandler> handlers, ObjectMapper mapper) {
        this.handlers = handlers;
        this.mapper = mapper;
    }

    @POST
    @RolesAllowed(Roles.SERVICE)
    @Operation(hidden = true)
    public Uni<Replayed> replay(@Context HttpServerRequest request) {
        return new Reception<>(request, new LineSink(handlers, mapper)).receive();
    }
}
