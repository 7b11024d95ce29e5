package org.summertrip.files.download;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.identity.Caller;

@Path("/storage/download/{idOrFilename}")
@Tag(name = "content", description = "The bytes of files, in and out")
public class DownloadResource {
    private static final String NAME = "The id of a file, or the name of one's own: then the newest of that name";

    private final Downloads downloads;
    private final Caller caller;

    DownloadResource(Downloads downloads, Caller caller) {
        this.downloads = downloads;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Download a file", description = "For its owner and the members of its group.")
    @APIResponse(
            responseCode = "200",
            description = "The content, with its type, length, name, digest as ETag, and date",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part of the content that Range asks for; several at once as multipart/byteranges",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match or If-Modified-Since know")
    @APIResponse(responseCode = "404", description = "There is no such file, or the caller may not see it")
    @APIResponse(
            responseCode = "416",
            description =
                    "The range lies outside of the content, whose size is in Content-Range, or there are more than 16")
    public Uni<Response> get(
            @PathParam("idOrFilename") @Parameter(description = NAME) String idOrFilename,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MODIFIED_SINCE) String ifModifiedSince,
            @HeaderParam("Range") @Parameter(example = "bytes=0-1023") String range,
            @HeaderParam("If-Range") String ifRange) {
        return downloads.get(idOrFilename, caller.id(), new Conditions(ifNoneMatch, ifModifiedSince, range, ifRange));
    }

    @HEAD
    @Operation(summary = "Tell what a download would bring", description = "The headers of GET without the content.")
    @APIResponse(
            responseCode = "200",
            description = "The type, length, name, digest as ETag, and date of the content",
            content = @Content(mediaType = "*/*"))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match or If-Modified-Since know")
    @APIResponse(responseCode = "404", description = "There is no such file, or the caller may not see it")
    public Uni<Response> head(
            @PathParam("idOrFilename") @Parameter(description = NAME) String idOrFilename,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MODIFIED_SINCE) String ifModifiedSince) {
        return downloads.head(idOrFilename, caller.id(), new Conditions(ifNoneMatch, ifModifiedSince, null, null));
    }
}
