package org.summertrip.messaging.file;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.WriteTime;
import org.summertrip.messaging.erasure.Erasable;

/** Forgets which files were somebody's. */
@Singleton
@Priority(50)
class FileErasure implements Erasable {
    private final Files files;
    private final Clock clock;

    FileErasure(Files files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "files";
    }

    @Override
    public Uni<Long> erase(UUID userId) {
        long writeTime = WriteTime.of(clock.instant(), 0);
        return files.of(userId)
                .call(all -> InParallel.all(all, fileId -> files.forget(fileId, userId, writeTime)))
                .map(all -> (long) all.size());
    }
}
