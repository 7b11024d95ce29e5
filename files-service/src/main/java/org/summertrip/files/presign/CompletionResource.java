package org.summertrip.files.presign;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.files.file.Examples;
import org.summertrip.files.file.File;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.identity.Caller;

@Path("/files/{id}/complete")
@Tag(name = "content", description = "The bytes of files, in and out")
public class CompletionResource {
    private final PresignedUploads uploads;
    private final Etags etags;
    private final Caller caller;

    CompletionResource(PresignedUploads uploads, Etags etags, Caller caller) {
        this.uploads = uploads;
        this.etags = etags;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Make a file of what was put at a presigned address",
            description = "What arrived is compared with what was announced. Doing it again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The file is there",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = File.class),
                            example = Examples.FILE))
    @APIResponse(responseCode = "400", description = "The id is malformed, or the virus scanner refuses the content")
    @APIResponse(responseCode = "404", description = "The caller has presigned no such upload, or it has expired")
    @APIResponse(
            responseCode = "409",
            description = "Nothing has arrived (upload-incomplete), or something else than was announced "
                    + "(content-mismatch), or it is being completed by another request")
    public Uni<Response> complete(@PathParam("id") UUID id) {
        return uploads.complete(caller.id(), id)
                .map(File::of)
                .map(file -> etags.tag(Response.ok(), file).build());
    }
}
