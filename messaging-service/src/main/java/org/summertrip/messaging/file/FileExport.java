package org.summertrip.messaging.file;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.export.Exportable;

/** Which files are known here to be somebody's; the files themselves are files-service's. */
@Singleton
class FileExport implements Exportable {
    private final Files files;

    FileExport(Files files) {
        this.files = files;
    }

    @Override
    public String what() {
        return "fileIds";
    }

    @Override
    public Multi<UUID> of(UUID userId) {
        return files.of(userId)
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all));
    }
}
