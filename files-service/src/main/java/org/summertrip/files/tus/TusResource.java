package org.summertrip.files.tus;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.files.FilesError;
import org.summertrip.files.intake.UploadConfig;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.problem.ProblemException;

/** The tus 1.0.0 protocol. Takes requests themselves, since bodies are read as they come. */
@Path(TusFilter.PATH)
@Tag(name = "resumable uploads", description = "tus 1.0.0: uploads that survive a lost connection")
public class TusResource {
    private static final String STREAM = "application/offset+octet-stream";
    private static final String EXTENSIONS = "creation,creation-with-upload,expiration,checksum,termination";
    private static final String RESUMABLE_TEXT = "The version of the protocol, 1.0.0";
    private static final String CHECKSUM_TEXT = "sha1, sha256 or md5 of this body, and its value in base64";
    private static final String VERSION_TEXT = "Tus-Resumable is missing or not 1.0.0";
    private static final String UNKNOWN_TEXT = "The caller has no such upload, or it has expired or been given up";
    private static final String LOCKED_TEXT = "Another request is working on this upload; try again in a moment";

    private final TusUploads uploads;
    private final TusCreation creation;
    private final UploadConfig limits;
    private final Caller caller;

    TusResource(TusUploads uploads, TusCreation creation, UploadConfig limits, Caller caller) {
        this.uploads = uploads;
        this.creation = creation;
        this.limits = limits;
        this.caller = caller;
    }

    @OPTIONS
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Tell what of tus is spoken here", description = "In headers only.")
    @APIResponse(responseCode = "204", description = "Version, extensions, checksum algorithms and the largest size")
    public Response options() {
        return Response.noContent()
                .header("Tus-Version", TusFilter.VERSION)
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Checksum-Algorithm", Checksum.ALGORITHMS)
                .header("Tus-Max-Size", limits.maxBytes())
                .build();
    }

    @POST
    @Operation(
            summary = "Begin a resumable upload",
            description = "Its id will be the file's. A body of type application/offset+octet-stream is its beginning.")
    @APIResponse(responseCode = "201", description = "Location is where to go on, until Upload-Expires")
    @APIResponse(responseCode = "400", description = "Upload-Length or Upload-Metadata are missing or malformed")
    @APIResponse(responseCode = "404", description = "The group does not exist, or the caller is not in it")
    @APIResponse(
            responseCode = "409",
            description = "The caller's files would have more bytes than they may (quota-exceeded), "
                    + "or a request with this Idempotency-Key is under way")
    @APIResponse(responseCode = "412", description = VERSION_TEXT)
    @APIResponse(responseCode = "413", description = "The file is larger than the limit of this installation")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another upload")
    @APIResponse(responseCode = "460", description = "The body does not have its Upload-Checksum; the upload has begun")
    public Uni<Response> create(
            @HeaderParam(TusFilter.RESUMABLE) @Parameter(description = RESUMABLE_TEXT, example = "1.0.0")
                    String version,
            @HeaderParam("Upload-Length") @Parameter(description = "How many bytes it will have", example = "2481032")
                    Long length,
            @HeaderParam(TusMetadata.HEADER)
                    @Parameter(
                            description = "filename, filetype and groupId, each with its value in base64",
                            example = "filename QmVsw6ltLmpwZw==,filetype aW1hZ2UvanBlZw==")
                    String metadata,
            @HeaderParam(Checksum.HEADER) @Parameter(description = CHECKSUM_TEXT) String checksum,
            @HeaderParam(Idempotency.HEADER)
                    @Size(max = Idempotency.LONGEST_KEY) @Parameter(
                            description =
                                    "Names this attempt: sent again, it is answered again and nothing is made twice")
                    String idempotencyKey,
            @Context HttpServerRequest request) {
        requireVersion(version);
        return creation.create(caller.id(), length, metadata, Checksum.of(checksum), idempotencyKey, request);
    }

    @HEAD
    @Path("/{id}")
    @Operation(summary = "Tell where a resumable upload stands", description = "Go on at Upload-Offset.")
    @APIResponse(responseCode = "200", description = "Upload-Offset, Upload-Length, Upload-Metadata, Upload-Expires")
    @APIResponse(responseCode = "404", description = UNKNOWN_TEXT)
    @APIResponse(responseCode = "412", description = VERSION_TEXT)
    @APIResponse(responseCode = "423", description = LOCKED_TEXT)
    public Uni<Response> head(
            @PathParam("id") UUID id,
            @HeaderParam(TusFilter.RESUMABLE) @Parameter(description = RESUMABLE_TEXT, example = "1.0.0")
                    String version) {
        requireVersion(version);
        return uploads.progress(caller.id(), id).map(progress -> {
            Response.ResponseBuilder response = TusAnswers.describe(Response.ok(), progress)
                    .header("Upload-Length", progress.length())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store");
            return progress.metadata().isEmpty()
                    ? response.build()
                    : response.header(TusMetadata.HEADER, progress.metadata()).build();
        });
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            summary = "Send more of a resumable upload",
            description = "What arrived of a request that is cut off is kept. With the last byte it becomes a file.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = STREAM, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "204", description = "All of it is kept; go on at Upload-Offset, if anything is left")
    @APIResponse(responseCode = "404", description = UNKNOWN_TEXT)
    @APIResponse(responseCode = "409", description = "The upload continues at another offset: ask with HEAD")
    @APIResponse(responseCode = "412", description = VERSION_TEXT)
    @APIResponse(responseCode = "413", description = "The body has more than was announced")
    @APIResponse(responseCode = "415", description = "The body is not " + STREAM)
    @APIResponse(responseCode = "423", description = LOCKED_TEXT)
    @APIResponse(
            responseCode = "460",
            description = "The body does not have its Upload-Checksum; nothing of it is kept")
    public Uni<Response> append(
            @PathParam("id") UUID id,
            @HeaderParam(TusFilter.RESUMABLE) @Parameter(description = RESUMABLE_TEXT, example = "1.0.0")
                    String version,
            @HeaderParam("Upload-Offset") @Parameter(description = "Where this body begins", example = "0") Long offset,
            @HeaderParam(Checksum.HEADER) @Parameter(description = CHECKSUM_TEXT) String checksum,
            @Context HttpServerRequest request) {
        requireVersion(version);
        TusAnswers.requireStream(request);
        if (offset == null || offset < 0) {
            throw ProblemException.invalid("Upload-Offset", "header", "must be a number of bytes");
        }
        return uploads.append(caller.id(), id, offset, Checksum.of(checksum), request)
                .map(progress ->
                        TusAnswers.describe(Response.noContent(), progress).build());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Give a resumable upload up",
            description = "Removes what has come of it, be it a file already. Doing it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Nothing is left of it")
    @APIResponse(responseCode = "404", description = "The caller never had such an upload, or it has expired")
    @APIResponse(responseCode = "412", description = VERSION_TEXT)
    @APIResponse(responseCode = "423", description = LOCKED_TEXT)
    public Uni<Response> terminate(
            @PathParam("id") UUID id,
            @HeaderParam(TusFilter.RESUMABLE) @Parameter(description = RESUMABLE_TEXT, example = "1.0.0")
                    String version) {
        requireVersion(version);
        return uploads.terminate(caller.id(), id)
                .replaceWith(Response.noContent().build());
    }

    private static void requireVersion(String version) {
        if (!TusFilter.VERSION.equals(version)) {
            throw new ProblemException(FilesError.TUS_VERSION);
        }
    }
}
