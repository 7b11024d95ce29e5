package org.summertrip.gateway.health;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For people and their monitors; orchestrators ask each service itself. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "health", description = "How the suite is")
public class HealthResource {
    private static final String EXAMPLE = """
            {"status":"DEGRADED","services":{"graph-service":{"status":"DOWN","stores":{"neo4j":"DOWN"}},
            "users-service":{"status":"UP","stores":{"postgresql":"UP"}}}}""";

    private final Probe probe;

    public HealthResource(Probe probe) {
        this.probe = probe;
    }

    @GET
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Ask how every service and store is", description = "At most a second old.")
    @APIResponse(
            responseCode = "200",
            description = "All of it works (UP), or a part of it does not (DEGRADED)",
            content =
                    @Content(
                            schema = @Schema(implementation = Health.class),
                            examples = @ExampleObject(name = "degraded", value = EXAMPLE)))
    @APIResponse(
            responseCode = "503",
            description = "Nothing works (DOWN)",
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Uni<Response> health() {
        return probe.health().map(HealthResource::answer);
    }

    private static Response answer(Health health) {
        Response.Status status =
                health.status() == Status.DOWN ? Response.Status.SERVICE_UNAVAILABLE : Response.Status.OK;
        return Response.status(status)
                .header("Cache-Control", "no-store")
                .entity(health)
                .build();
    }
}
