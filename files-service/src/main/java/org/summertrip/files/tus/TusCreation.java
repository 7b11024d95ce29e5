package org.summertrip.files.tus;

import com.fasterxml.jackson.databind.node.NullNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.summertrip.files.intake.UploadConfig;
import org.summertrip.files.pending.PendingUpload;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.idempotency.Attempt;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/** How resumable uploads begin. */
@ApplicationScoped
public class TusCreation {
    private final TusUploads uploads;
    private final Idempotency idempotency;
    private final UploadConfig limits;
    private final Ids ids;

    TusCreation(TusUploads uploads, Idempotency idempotency, UploadConfig limits, Ids ids) {
        this.uploads = uploads;
        this.idempotency = idempotency;
        this.limits = limits;
        this.ids = ids;
    }

    Uni<Response> create(
            UUID callerId,
            Long length,
            String metadata,
            Checksum checksum,
            String idempotencyKey,
            HttpServerRequest request) {
        PendingUpload upload = announced(callerId, length, metadata);
        String told = length + "\n" + upload.metadata();
        Attempt attempt = new Attempt(
                idempotencyKey,
                callerId,
                "POST /files/uploads",
                idempotency.fingerprint(told.getBytes(StandardCharsets.UTF_8)));
        return idempotency.once(attempt, () -> begin(upload, checksum, request)).map(TusCreation::withoutBody);
    }

    private PendingUpload announced(UUID callerId, Long length, String metadata) {
        TusMetadata said = TusMetadata.of(metadata);
        if (length == null || length < 0) {
            throw ProblemException.invalid("Upload-Length", "header", "must be a number of bytes");
        }
        if (length > limits.maxBytes()) {
            throw new ProblemException(
                    CommonError.TOO_LARGE, "A file may have at most " + limits.maxBytes() + " bytes");
        }
        return new PendingUpload(
                ids.next(),
                callerId,
                said.filename(),
                said.contentType(),
                length,
                null,
                said.groupId(),
                metadata == null ? "" : metadata,
                false);
    }

    private Uni<Response> begin(PendingUpload upload, Checksum checksum, HttpServerRequest request) {
        boolean bringsBody = TusAnswers.isStream(request) && upload.size() > 0;
        return uploads.begin(upload)
                .flatMap(begun -> bringsBody
                        ? uploads.append(upload, 0, checksum, request)
                        : Uni.createFrom().item(begun))
                .map(TusCreation::created);
    }

    /** A relative location: whatever way the request came, it goes back the same. */
    private static Response created(Progress progress) {
        return TusAnswers.describe(Response.status(Response.Status.CREATED), progress)
                .header(HttpHeaders.LOCATION, TusFilter.PATH + "/" + progress.id())
                .build();
    }

    /** A replayed answer carries a JSON null where there was nothing. */
    private static Response withoutBody(Response response) {
        return response.getEntity() instanceof NullNode
                ? Response.fromResponse(response)
                        .entity(null)
                        .type((String) null)
                        .build()
                : response;
    }
}
