package org.summertrip.files.image;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.files.file.FileAccess;
import org.summertrip.files.file.StoredFile;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.problem.ProblemException;

@Path("/files/{id}/thumbnail")
@Tag(name = "content", description = "The bytes of files, in and out")
public class ThumbnailResource {
    private final FileAccess access;
    private final Thumbnails thumbnails;
    private final Caller caller;

    ThumbnailResource(FileAccess access, Thumbnails thumbnails, Caller caller) {
        this.access = access;
        this.thumbnails = thumbnails;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Show a small picture of a picture",
            description = "At most 512 pixels on its long edge, upright, with nothing in it but pixels. "
                    + "For those who may read the file.")
    @APIResponse(
            responseCode = "200",
            description = "The small picture, a JPEG, or a PNG where the picture is transparent",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(
            responseCode = "404",
            description = "There is no such file, the caller may not see it, or no small picture can be made of it")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return access.readable(id, caller.id())
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .flatMap(file -> isKnown(file, ifNoneMatch)
                        ? Uni.createFrom()
                                .item(tagged(Response.notModified(), file).build())
                        : thumbnails.of(file).map(made -> answer(file, made.orElseThrow(ProblemException::notFound))));
    }

    private static Response answer(StoredFile file, Thumbnail thumbnail) {
        return tagged(Response.ok(thumbnail.bytes(), thumbnail.contentType()), file)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .build();
    }

    /** A member may be one no more tomorrow: caches may keep it but must ask each time. */
    private static Response.ResponseBuilder tagged(Response.ResponseBuilder response, StoredFile file) {
        return response.header(HttpHeaders.ETAG, etag(file)).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private static boolean isKnown(StoredFile file, String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.replaceFirst("^W/", "").equals(etag(file)));
    }

    private static String etag(StoredFile file) {
        return '"' + file.sha256() + "-thumbnail\"";
    }
}
