package org.summertrip.files.upload;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.summertrip.files.file.File;
import org.summertrip.files.file.Files;
import org.summertrip.files.file.Keys;
import org.summertrip.files.file.StoredFile;
import org.summertrip.files.membership.MembershipStore;
import org.summertrip.files.objects.MultipartUploads;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.idempotency.Attempt;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/** The way of an upload: may it, is it its turn, read and stage it, then make it a file or leave nothing behind. */
@ApplicationScoped
public class Uploads {
    private static final Logger LOG = Logger.getLogger(Uploads.class);
    /** What a form may add to its file; only there to refuse by the Content-Length what cannot fit. */
    private static final long FRAMING = 64 * 1024;

    private final MembershipStore memberships;
    private final Attempts attempts;
    private final UploadSlots slots;
    private final ObjectStore objects;
    private final MultipartUploads multiparts;
    private final Idempotency idempotency;
    private final Files files;
    private final Etags etags;
    private final UploadConfig config;
    private final Vertx vertx;
    private final Ids ids;

    Uploads(
            MembershipStore memberships,
            Attempts attempts,
            UploadSlots slots,
            ObjectStore objects,
            MultipartUploads multiparts,
            Idempotency idempotency,
            Files files,
            Etags etags,
            UploadConfig config,
            Vertx vertx,
            Ids ids) {
        this.memberships = memberships;
        this.attempts = attempts;
        this.slots = slots;
        this.objects = objects;
        this.multiparts = multiparts;
        this.idempotency = idempotency;
        this.files = files;
        this.etags = etags;
        this.config = config;
        this.vertx = vertx;
        this.ids = ids;
    }

    /** Once begun it ends by itself, also when the caller is gone and its Uni cancelled: there may be something to tidy up. */
    Uni<Response> take(UploadRequest upload) {
        Uni<Response> whole = admit(upload)
                .flatMap(admitted -> attempts.during(
                        upload.callerId(),
                        upload.idempotencyKey(),
                        known -> slots.during(() -> receive(upload, known))));
        return Uni.createFrom().emitter(emitter -> whole.subscribe().with(emitter::complete, emitter::fail));
    }

    private Uni<Void> admit(UploadRequest upload) {
        String type = upload.http().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return Uni.createFrom().failure(new ProblemException(CommonError.UNSUPPORTED_MEDIA_TYPE));
        }
        String length = upload.http().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > config.maxBytes() + FRAMING) {
            return Uni.createFrom()
                    .failure(new ProblemException(
                            CommonError.TOO_LARGE, "A file may have at most " + config.maxBytes() + " bytes"));
        }
        if (upload.groupId() == null) {
            return Uni.createFrom().voidItem();
        }
        return memberships.isMember(upload.groupId(), upload.callerId()).map(member -> {
            if (!member) {
                throw ProblemException.notFound();
            }
            return null;
        });
    }

    private Uni<Response> receive(UploadRequest upload, boolean known) {
        UUID id = ids.next();
        Staging staging = new Staging(objects, multiparts, vertx, Keys.content(upload.callerId(), id), !known);
        if (upload.groupId() != null) {
            staging.describe(Map.of("x-amz-meta-group", upload.groupId().toString()));
        }
        FormReader form =
                new FormReader(staging, config.maxBytes(), upload.http().getHeader(HttpHeaders.CONTENT_TYPE));
        return new Reception(upload.http(), form, staging)
                .receive()
                .flatMap(content -> idempotency.once(
                        attempt(upload, content), () -> known ? inFlight() : add(id, upload, content, staging)))
                .eventually(() -> discard(staging, id));
    }

    private Attempt attempt(UploadRequest upload, Content content) {
        String told = content.filename() + '\n' + content.sha256() + '\n' + upload.groupId();
        String fingerprint = idempotency.fingerprint(told.getBytes(StandardCharsets.UTF_8));
        return new Attempt(upload.idempotencyKey(), upload.callerId(), "POST /storage/upload", fingerprint);
    }

    /** Known as done a moment ago and forgotten since, and not kept while it was read: let the client send it again. */
    private static Uni<Response> inFlight() {
        return Uni.createFrom().failure(new ProblemException(CommonError.IDEMPOTENCY_IN_FLIGHT));
    }

    private Uni<Response> add(UUID id, UploadRequest upload, Content content, Staging staging) {
        StoredFile file = new StoredFile(
                id,
                upload.callerId(),
                content.filename(),
                content.size(),
                content.contentType(),
                content.sha256(),
                upload.groupId(),
                Ids.timeOf(id),
                content.active(),
                null);
        return files.add(file, staging::commit).map(File::of).map(this::created);
    }

    private Response created(File file) {
        return etags.tag(Response.created(URI.create("/files/" + file.id())), file)
                .build();
    }

    private Uni<Void> discard(Staging staging, UUID id) {
        return staging.discard()
                .onFailure()
                .invoke(failure -> LOG.warnf("unfinished content is left for later file=%s cause=%s", id, failure))
                .onFailure()
                .recoverWithNull();
    }
}
