package org.summertrip.files.upload;

import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.summertrip.files.file.Keys;
import org.summertrip.files.objects.MultipartUploads;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.kit.id.Ids;

/** Opens stagings and gives their files an id. */
@ApplicationScoped
public class Stagings {
    private final ObjectStore objects;
    private final MultipartUploads multiparts;
    private final Vertx vertx;
    private final Ids ids;

    Stagings(ObjectStore objects, MultipartUploads multiparts, Vertx vertx, Ids ids) {
        this.objects = objects;
        this.multiparts = multiparts;
        this.vertx = vertx;
        this.ids = ids;
    }

    /**
     * A place for the content of an upload.
     *
     * @param known whether it has been stored before and shall only be hashed
     */
    Staging open(UploadRequest upload, boolean known) {
        UUID id = ids.next();
        Staging staging = new Staging(id, objects, multiparts, vertx, Keys.content(upload.callerId(), id), !known);
        if (upload.groupId() != null) {
            staging.describe(Map.of("x-amz-meta-group", upload.groupId().toString()));
        }
        return staging;
    }
}
