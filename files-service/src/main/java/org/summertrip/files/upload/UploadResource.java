package org.summertrip.files.upload;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.files.file.Examples;
import org.summertrip.files.file.File;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.identity.Caller;

/**
 * Takes the request itself instead of a parsed form: Quarkus would first write every file to a disk. Says nothing of what it
 * consumes, because Quarkus looks at the media type before it asks for the token, and 401 comes first.
 */
@Path("/storage/upload")
@Tag(name = "content", description = "The bytes of files, in and out")
public class UploadResource {
    private final Uploads uploads;
    private final Caller caller;

    UploadResource(Uploads uploads, Caller caller) {
        this.uploads = uploads;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Upload a file",
            description = "One file, in the part `file`. Its name is stripped of paths and control characters.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadForm.class)))
    @APIResponse(
            responseCode = "201",
            description = "The file is stored, whole; Location names it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = File.class),
                            example = Examples.FILE))
    @APIResponse(
            responseCode = "400",
            description =
                    "There is no part `file`, or another part, or its name is empty or has more than 255 characters; "
                            + "or the virus scanner refuses it (content-refused)")
    @APIResponse(responseCode = "404", description = "The group does not exist, or the caller is not in it")
    @APIResponse(
            responseCode = "409",
            description = "The caller's files would have more bytes than they may (quota-exceeded), "
                    + "or an upload with this Idempotency-Key is under way")
    @APIResponse(responseCode = "413", description = "The file is larger than the limit of this installation")
    @APIResponse(responseCode = "415", description = "The body is not multipart/form-data")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another name, content or group")
    public Uni<Response> upload(
            @QueryParam("groupId") @Parameter(description = "Whose members may read it, besides its owner")
                    UUID groupId,
            @HeaderParam(Idempotency.HEADER)
                    @Size(max = Idempotency.LONGEST_KEY) @Parameter(
                            description =
                                    "Names this attempt: sent again, it is answered again and nothing is made twice")
                    String idempotencyKey,
            @Context HttpServerRequest request) {
        return uploads.take(new UploadRequest(caller.id(), groupId, idempotencyKey, request));
    }
}
