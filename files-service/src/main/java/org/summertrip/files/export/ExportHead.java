package org.summertrip.files.export;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.summertrip.files.pending.PendingUpload;
import org.summertrip.files.quota.Usage;

/** What comes before the files: everything that is bounded. */
@RegisterForReflection
record ExportHead(UUID userId, Usage usage, List<UUID> groupIds, List<PendingUpload> unfinishedUploads) {
    ExportHead {
        groupIds = List.copyOf(groupIds);
        unfinishedUploads = List.copyOf(unfinishedUploads);
    }
}
