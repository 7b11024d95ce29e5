package org.summertrip.users.snapshot;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.identity.Roles;
import org.summertrip.users.outbox.History;

/** For services that rebuild what they know of this one. Never routed from outside. */
@Path("/internal/snapshot")
public class SnapshotResource {
    private static final int AT_ONCE = 500;

    private final List<History> parts;

    SnapshotResource(@All List<History> parts) {
        this.parts = List.copyOf(parts);
    }

    /** One event per line, read page by page as the client takes them: neither side ever holds the whole. */
    @GET
    @RolesAllowed(Roles.SERVICE)
    @Produces("application/x-ndjson")
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Multi<CloudEvent> snapshot() {
        return Multi.createFrom().iterable(parts).onItem().transformToMultiAndConcatenate(SnapshotResource::events);
    }

    private static Multi<CloudEvent> events(History part) {
        return Multi.createBy()
                .repeating()
                .uni(
                        AtomicReference<CloudEvent>::new,
                        last -> part.after(last.get(), AT_ONCE)
                                .invoke(page -> last.set(page.isEmpty() ? null : page.get(page.size() - 1))))
                .until(List::isEmpty)
                .onItem()
                .disjoint();
    }
}
