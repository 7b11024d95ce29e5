package org.summertrip.files.quota;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.identity.Caller;

/** Lets people see how much room they have. */
@Path("/files/usage")
@Tag(name = "files", description = "What is known of files")
public class UsageResource {
    private final Quota quota;
    private final Caller caller;

    UsageResource(Quota quota, Caller caller) {
        this.quota = quota;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Show how much room one's files take", description = "Unfinished uploads are counted, too.")
    @APIResponse(
            responseCode = "200",
            description = "What is used and what may be used",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Usage.class),
                            example = "{\"usedBytes\":2481032,\"limitBytes\":10737418240}"))
    public Uni<Usage> get() {
        return quota.of(caller.id());
    }
}
