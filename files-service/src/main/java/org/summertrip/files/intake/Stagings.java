package org.summertrip.files.intake;

import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.MultipartUploads;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.files.quota.Allowance;

/** Opens places for content on its way. */
@ApplicationScoped
public class Stagings {
    private final ObjectStore objects;
    private final MultipartUploads multiparts;
    private final Inspector inspector;
    private final Vertx vertx;

    Stagings(ObjectStore objects, MultipartUploads multiparts, Inspector inspector, Vertx vertx) {
        this.objects = objects;
        this.multiparts = multiparts;
        this.inspector = inspector;
        this.vertx = vertx;
    }

    /** A place for the content of a new file. */
    public Staging open(UUID ownerId, UUID fileId, UUID groupId, Allowance allowance) {
        Outlet outlet = new Outlet(objects, multiparts, Keys.content(ownerId, fileId), groupId);
        return new Staging(fileId, outlet, allowance, inspector, vertx);
    }

    /** A place for content that is hashed and stored nowhere. */
    public Staging openHashing(UUID fileId) {
        return new Staging(fileId, null, Allowance.WITHOUT_LIMIT, inspector, vertx);
    }
}
