package org.summertrip.files.presign;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.summertrip.files.file.Filename;
import org.summertrip.files.intake.MediaTypes;
import org.summertrip.files.intake.UploadConfig;
import org.summertrip.files.membership.MembershipStore;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.PresignedUrls;
import org.summertrip.files.pending.PendingUpload;
import org.summertrip.files.pending.PendingUploads;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.problem.Violation;

/** Lets somebody put one content into the store: checks what is announced, reserves its room, signs the address. */
@ApplicationScoped
public class Presigning {
    private final MembershipStore memberships;
    private final PendingUploads pending;
    private final PresignedUrls urls;
    private final PresignConfig config;
    private final UploadConfig limits;
    private final Clock clock;

    Presigning(
            MembershipStore memberships,
            PendingUploads pending,
            PresignedUrls urls,
            PresignConfig config,
            UploadConfig limits,
            Clock clock) {
        this.memberships = memberships;
        this.pending = pending;
        this.urls = urls;
        this.config = config;
        this.limits = limits;
        this.clock = clock;
    }

    Uni<PresignedUpload> presign(UUID ownerId, UUID id, NewPresignedUpload announced) {
        PendingUpload upload = checked(ownerId, id, announced);
        return memberships
                .mustBeMember(upload.groupId(), ownerId)
                .flatMap(may -> pending.begin(upload))
                .map(begun -> sign(upload));
    }

    private PendingUpload checked(UUID ownerId, UUID id, NewPresignedUpload announced) {
        String filename = Filename.clean(announced.filename());
        List<Violation> violations = new ArrayList<>();
        if (filename.isEmpty() || Filename.isTooLong(filename)) {
            violations.add(new Violation(
                    "filename", "body", "must be a file name of 1 to " + Filename.LONGEST + " characters"));
        }
        if (!MediaTypes.isValid(announced.contentType())) {
            violations.add(new Violation("contentType", "body", "must be a media type"));
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        if (announced.size() > limits.maxBytes()) {
            throw new ProblemException(
                    CommonError.TOO_LARGE, "A file may have at most " + limits.maxBytes() + " bytes");
        }
        return new PendingUpload(
                id,
                ownerId,
                filename,
                MediaTypes.normal(announced.contentType()),
                announced.size(),
                announced.sha256() == null ? null : announced.sha256().toLowerCase(Locale.ROOT),
                announced.groupId(),
                null,
                false);
    }

    private PresignedUpload sign(PendingUpload upload) {
        Instant expiresAt = clock.instant().plus(config.expiry()).truncatedTo(ChronoUnit.MILLIS);
        String url = urls.forPut(Keys.incoming(upload.id()), upload.contentType(), upload.size(), config.expiry());
        return new PresignedUpload(upload.id(), url, Map.of("Content-Type", upload.contentType()), expiresAt);
    }
}
