package org.summertrip.files.presign;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.files.file.ContentDisposition;
import org.summertrip.files.file.FileAccess;
import org.summertrip.files.file.StoredFile;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.PresignedUrls;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.problem.ProblemException;

/** Links to files for people without an account, or without patience for a token. */
@Path("/files/{id}/link")
@Tag(name = "content", description = "The bytes of files, in and out")
public class LinkResource {
    private final FileAccess access;
    private final PresignedUrls urls;
    private final PresignConfig config;
    private final Clock clock;
    private final Caller caller;

    LinkResource(FileAccess access, PresignedUrls urls, PresignConfig config, Clock clock, Caller caller) {
        this.access = access;
        this.urls = urls;
        this.config = config;
        this.clock = clock;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Make a link to a file",
            description = "Whoever has it reads the content straight from the store until it expires.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewLink.class),
                            example = "{\"expiresIn\":600}"))
    @APIResponse(
            responseCode = "201",
            description = "The link works from now on",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Link.class),
                            example = "{\"url\":\"https://files.example.org/uploads/files/…?X-Amz-Signature=…\","
                                    + "\"expiresAt\":\"2026-07-01T09:40:00.000Z\"}"))
    @APIResponse(responseCode = "400", description = "expiresIn is not a number of seconds from 1 to 3,600")
    @APIResponse(responseCode = "404", description = "There is no such file, or the caller may not see it")
    public Uni<Response> make(@PathParam("id") UUID id, @Valid NewLink wish) {
        return access.readable(id, caller.id())
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .map(file -> link(file, expiry(wish)))
                .map(link ->
                        Response.status(Response.Status.CREATED).entity(link).build());
    }

    private Duration expiry(NewLink wish) {
        return wish.expiresIn() == null ? config.linkExpiry() : Duration.ofSeconds(wish.expiresIn());
    }

    /** The store sends no nosniff, so content that must not be shown is not even called what it is. */
    private Link link(StoredFile file, Duration expiry) {
        Instant expiresAt = clock.instant().plus(expiry).truncatedTo(ChronoUnit.MILLIS);
        String type = file.active() ? "application/octet-stream" : file.contentType();
        String url = urls.forGet(Keys.content(file.ownerId(), file.id()), type, ContentDisposition.of(file), expiry);
        return new Link(url, expiresAt);
    }
}
