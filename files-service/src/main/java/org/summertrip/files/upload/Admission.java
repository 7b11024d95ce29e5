package org.summertrip.files.upload;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Function;
import org.summertrip.files.intake.UploadConfig;
import org.summertrip.files.intake.UploadSlots;
import org.summertrip.files.membership.MembershipStore;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/** Everything that is decided about an upload before its first byte is read. */
@ApplicationScoped
public class Admission {
    /** What a form may add to its file; only there to refuse by the Content-Length what cannot fit. */
    private static final long FRAMING = 64 * 1024;

    private final MembershipStore memberships;
    private final Attempts attempts;
    private final UploadSlots slots;
    private final UploadConfig config;

    Admission(MembershipStore memberships, Attempts attempts, UploadSlots slots, UploadConfig config) {
        this.memberships = memberships;
        this.attempts = attempts;
        this.slots = slots;
        this.config = config;
    }

    /** Runs the upload when it may and its turn has come, or fails with the reason why not. */
    Uni<Response> through(UploadRequest upload, Function<Boolean, Uni<Response>> receive) {
        return mayComeIn(upload)
                .flatMap(may -> attempts.during(
                        upload.callerId(), upload.idempotencyKey(), known -> slots.during(() -> receive.apply(known))));
    }

    private Uni<Void> mayComeIn(UploadRequest upload) {
        if (!isForm(upload.http().getHeader(HttpHeaders.CONTENT_TYPE))) {
            return Uni.createFrom().failure(new ProblemException(CommonError.UNSUPPORTED_MEDIA_TYPE));
        }
        String length = upload.http().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > config.maxBytes() + FRAMING) {
            return Uni.createFrom()
                    .failure(new ProblemException(
                            CommonError.TOO_LARGE, "A file may have at most " + config.maxBytes() + " bytes"));
        }
        return memberships.mustBeMember(upload.groupId(), upload.callerId());
    }

    private static boolean isForm(String contentType) {
        return contentType != null
                && contentType.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA);
    }
}
