package org.summertrip.files.presign;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.identity.Caller;

@Path("/files/presign")
@Tag(name = "content", description = "The bytes of files, in and out")
public class PresignResource {
    private final Presigning presigning;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Caller caller;

    PresignResource(Presigning presigning, Idempotency idempotency, Ids ids, Caller caller) {
        this.presigning = presigning;
        this.idempotency = idempotency;
        this.ids = ids;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Get an address to put a file at",
            description = "The content goes straight into the store; then POST /files/{id}/complete makes it a file.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewPresignedUpload.class),
                            example =
                                    "{\"filename\":\"Belém tower.jpg\",\"contentType\":\"image/jpeg\",\"size\":2481032}"))
    @APIResponse(
            responseCode = "201",
            description = "The address takes exactly the announced type and size until it expires",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PresignedUpload.class),
                            example = "{\"id\":\"0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b\","
                                    + "\"uploadUrl\":\"https://files.example.org/uploads/incoming/…?X-Amz-Signature=…\","
                                    + "\"headers\":{\"Content-Type\":\"image/jpeg\"},"
                                    + "\"expiresAt\":\"2026-07-01T09:45:00.000Z\"}"))
    @APIResponse(responseCode = "404", description = "The group does not exist, or the caller is not in it")
    @APIResponse(
            responseCode = "409",
            description = "The caller's files would have more bytes than they may (quota-exceeded), "
                    + "or a request with this Idempotency-Key is under way")
    @APIResponse(responseCode = "413", description = "The file is larger than the limit of this installation")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> presign(
            @Valid NewPresignedUpload announced,
            @HeaderParam(Idempotency.HEADER)
                    @Size(max = Idempotency.LONGEST_KEY) @Parameter(
                            description =
                                    "Names this attempt: sent again, it is answered again and nothing is made twice")
                    String idempotencyKey) {
        UUID callerId = caller.id();
        return idempotency.once(
                idempotencyKey,
                callerId,
                "POST /files/presign",
                announced,
                () -> presigning
                        .presign(callerId, ids.next(), announced)
                        .map(upload -> Response.status(Response.Status.CREATED)
                                .entity(upload)
                                .build()));
    }
}
