package org.summertrip.files.upload;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import org.summertrip.files.file.File;
import org.summertrip.files.file.Files;
import org.summertrip.files.file.StoredFile;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.idempotency.Attempt;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/** The way of an upload: let it in, read and stage it, then make it a file or leave nothing behind. */
@ApplicationScoped
public class Uploads {
    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final Admission admission;
    private final Stagings stagings;
    private final Idempotency idempotency;
    private final Files files;
    private final Etags etags;
    private final UploadConfig config;

    Uploads(
            Admission admission,
            Stagings stagings,
            Idempotency idempotency,
            Files files,
            Etags etags,
            UploadConfig config) {
        this.admission = admission;
        this.stagings = stagings;
        this.idempotency = idempotency;
        this.files = files;
        this.etags = etags;
        this.config = config;
    }

    /** Once begun it ends by itself, also when the caller is gone and its Uni cancelled: there may be something to tidy up. */
    Uni<Response> take(UploadRequest upload) {
        Uni<Response> whole = admission.through(upload, known -> receive(upload, known));
        return Uni.createFrom().emitter(emitter -> whole.subscribe().with(emitter::complete, emitter::fail));
    }

    private Uni<Response> receive(UploadRequest upload, boolean known) {
        Staging staging = stagings.open(upload, known);
        FormReader form =
                new FormReader(staging, config.maxBytes(), upload.http().getHeader(HttpHeaders.CONTENT_TYPE));
        return new Reception(upload.http(), form, staging)
                .receive()
                .flatMap(content -> idempotency.once(
                        attempt(upload, content), () -> known ? inFlight() : add(upload, content, staging)))
                .eventually(() -> discard(staging));
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

    private Uni<Response> add(UploadRequest upload, Content content, Staging staging) {
        StoredFile file = new StoredFile(
                staging.fileId(),
                upload.callerId(),
                content.filename(),
                content.size(),
                content.contentType(),
                content.sha256(),
                upload.groupId(),
                Ids.timeOf(staging.fileId()),
                content.active(),
                null);
        return files.add(file, staging::commit).map(File::of).map(this::created);
    }

    private Response created(File file) {
        return etags.tag(Response.created(URI.create("/files/" + file.id())), file)
                .build();
    }

    private static Uni<Void> discard(Staging staging) {
        return staging.discard()
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("unfinished content is left for later file=%s cause=%s", staging.fileId(), failure))
                .onFailure()
                .recoverWithNull();
    }
}
