package org.summertrip.files.upload;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.summertrip.files.file.File;
import org.summertrip.files.intake.Content;
import org.summertrip.files.intake.Intake;
import org.summertrip.files.intake.Reception;
import org.summertrip.files.intake.Staging;
import org.summertrip.files.intake.Stagings;
import org.summertrip.files.intake.UploadConfig;
import org.summertrip.files.quota.Quota;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.idempotency.Attempt;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/** The way of an upload: let it in, read and stage it, then make it a file or leave nothing behind. */
@ApplicationScoped
public class Uploads {
    private final Admission admission;
    private final Stagings stagings;
    private final Idempotency idempotency;
    private final Intake intake;
    private final Quota quota;
    private final Ids ids;
    private final Etags etags;
    private final UploadConfig config;

    Uploads(
            Admission admission,
            Stagings stagings,
            Idempotency idempotency,
            Intake intake,
            Quota quota,
            Ids ids,
            Etags etags,
            UploadConfig config) {
        this.admission = admission;
        this.stagings = stagings;
        this.idempotency = idempotency;
        this.intake = intake;
        this.quota = quota;
        this.ids = ids;
        this.etags = etags;
        this.config = config;
    }

    /** Once begun it ends by itself, also when the caller is gone and its Uni cancelled: there may be something to tidy up. */
    Uni<Response> take(UploadRequest upload) {
        Uni<Response> whole = admission.through(upload, known -> receive(upload, known));
        return Uni.createFrom().emitter(emitter -> whole.subscribe().with(emitter::complete, emitter::fail));
    }

    private Uni<Response> receive(UploadRequest upload, boolean known) {
        UUID id = ids.next();
        Staging staging = known
                ? stagings.openHashing(id)
                : stagings.open(upload.callerId(), id, upload.groupId(), quota.allowance(upload.callerId(), id));
        FormReader form =
                new FormReader(staging, config.maxBytes(), upload.http().getHeader(HttpHeaders.CONTENT_TYPE));
        return new Reception<>(upload.http(), new FormSink(form, staging))
                .receive()
                .flatMap(content -> idempotency.once(
                        attempt(upload, content), () -> known ? inFlight() : add(upload, content, staging)))
                .eventually(staging::discard);
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
        return intake.add(upload.callerId(), upload.groupId(), content, staging)
                .map(File::of)
                .map(this::created);
    }

    private Response created(File file) {
        return etags.tag(Response.created(URI.create("/files/" + file.id())), file)
                .build();
    }
}
