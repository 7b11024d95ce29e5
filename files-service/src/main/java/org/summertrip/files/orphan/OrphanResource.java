package org.summertrip.files.orphan;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.identity.Roles;

@Path("/files/orphans")
@Tag(name = "housekeeping", description = "For those who run the service")
public class OrphanResource {
    private final Orphans orphans;

    OrphanResource(Orphans orphans) {
        this.orphans = orphans;
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Find objects that belong to no file, and remove them unless it is a dry run",
            description =
                    "Looks at one part of the bucket; go on with `next`. What is younger than two days is left alone.")
    @APIResponse(
            responseCode = "200",
            description = "What was found, and removed if that was asked for",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Inventory.class),
                            example = "{\"examined\":1000,\"orphans\":[],\"bytes\":0,\"removed\":false,"
                                    + "\"next\":\"files/0199a000-1111-7222-8333-444455556666/"
                                    + "0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b\"}"))
    @APIResponse(responseCode = "403", description = "The caller is no admin")
    public Uni<Inventory> examine(
            @QueryParam("dryRun") @DefaultValue("true") @Parameter(description = "Whether nothing shall be removed")
                    Boolean dryRun,
            @QueryParam("after") @Size(max = 1024) @Parameter(description = "The `next` of the part before")
                    String after,
            @QueryParam("limit")
                    @DefaultValue("1000")
                    @Min(1) @Max(1000) @Parameter(description = "How many objects to look at, 1 to 1,000")
                    Integer limit) {
        return orphans.examine(after, limit, dryRun);
    }
}
