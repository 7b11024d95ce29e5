package org.summertrip.files.download;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.files.file.ContentDisposition;
import org.summertrip.files.file.FileAccess;
import org.summertrip.files.file.FileStore;
import org.summertrip.files.file.Filename;
import org.summertrip.files.file.StoredFile;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.problem.ProblemResponses;

/** Finds the file, looks at what the reader has, and answers with what it lacks. */
@ApplicationScoped
public class Downloads {
    private final FileAccess access;
    private final FileStore files;
    private final ObjectStore objects;
    private final ProblemResponses problems;

    Downloads(FileAccess access, FileStore files, ObjectStore objects, ProblemResponses problems) {
        this.access = access;
        this.files = files;
        this.objects = objects;
        this.problems = problems;
    }

    Uni<Response> get(String idOrFilename, UUID callerId, Conditions conditions) {
        return find(idOrFilename, callerId)
                .flatMap(file -> conditions.holds(file)
                        ? Uni.createFrom().item(notModified(file))
                        : answer(file, conditions.slice(file)));
    }

    Uni<Response> head(String idOrFilename, UUID callerId, Conditions conditions) {
        return find(idOrFilename, callerId)
                .map(file -> conditions.holds(file)
                        ? notModified(file)
                        : described(Response.ok(), file)
                                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                                .build());
    }

    /** By id first; whatever is not the id of a visible file may still be the name of an own one. */
    private Uni<StoredFile> find(String idOrFilename, UUID callerId) {
        return id(idOrFilename)
                .map(id -> access.readable(id, callerId))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : files.newestNamed(callerId, Filename.clean(idOrFilename)))
                .map(found -> found.orElseThrow(ProblemException::notFound));
    }

    private static Optional<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    private Uni<Response> answer(StoredFile file, Slice slice) {
        if (slice instanceof Slice.Outside) {
            Response outside = problems.of(CommonError.RANGE_NOT_SATISFIABLE);
            return Uni.createFrom()
                    .item(Response.fromResponse(outside)
                            .header("Content-Range", "bytes */" + file.size())
                            .build());
        }
        if (slice instanceof Slice.Part part) {
            Response.ResponseBuilder partial = described(Response.status(Response.Status.PARTIAL_CONTENT), file)
                    .header("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), file.size()));
            return content(partial, file, part.first(), part.length());
        }
        if (slice instanceof Slice.Parts parts) {
            return Uni.createFrom().item(parts(file, parts));
        }
        return content(described(Response.ok(), file), file, 0, file.size());
    }

    private Uni<Response> content(Response.ResponseBuilder response, StoredFile file, long offset, long length) {
        response.header(HttpHeaders.CONTENT_LENGTH, length);
        if (length == 0) {
            return Uni.createFrom().item(response.build());
        }
        return objects.open(Keys.content(file.ownerId(), file.id()), offset, length)
                .map(stream -> response.entity(stream.orElseThrow(ProblemException::notFound))
                        .build());
    }

    private Response parts(StoredFile file, Slice.Parts parts) {
        ByteRanges ranges = new ByteRanges(file, parts.all());
        return described(Response.status(Response.Status.PARTIAL_CONTENT), file)
                .header(HttpHeaders.CONTENT_TYPE, null)
                .header(HttpHeaders.CONTENT_TYPE, ranges.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, ranges.length())
                .entity(ranges.source(
                        part -> objects.open(Keys.content(file.ownerId(), file.id()), part.first(), part.length())
                                .map(stream -> stream.orElseThrow(ProblemException::notFound))))
                .build();
    }

    private static Response notModified(StoredFile file) {
        return tagged(Response.notModified(), file).build();
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder response, StoredFile file) {
        return tagged(response, file)
                .header(HttpHeaders.CONTENT_TYPE, file.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.of(file))
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff");
    }

    /** A member may be one no more tomorrow: caches may keep the content but must ask each time. */
    private static Response.ResponseBuilder tagged(Response.ResponseBuilder response, StoredFile file) {
        return response.header(HttpHeaders.ETAG, Conditions.etag(file))
                .header(HttpHeaders.LAST_MODIFIED, Conditions.lastModified(file))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
