package org.summertrip.files.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.summertrip.files.file.FileStore;
import org.summertrip.files.membership.MembershipStore;
import org.summertrip.files.pending.PendingUploads;
import org.summertrip.files.quota.Quota;
import org.summertrip.kit.identity.Caller;

/** One JSON object of any length, for the gateway to make a whole of. */
@Path("/internal/export")
public class ExportResource {
    private final FileStore files;
    private final PendingUploads pending;
    private final MembershipStore memberships;
    private final Quota quota;
    private final ObjectMapper mapper;
    private final Caller caller;

    ExportResource(
            FileStore files,
            PendingUploads pending,
            MembershipStore memberships,
            Quota quota,
            ObjectMapper mapper,
            Caller caller) {
        this.files = files;
        this.pending = pending;
        this.memberships = memberships;
        this.quota = quota;
        this.mapper = mapper;
        this.caller = caller;
    }

    /** Asks for everything small first, so that a store that is down is a 503 and not half an answer. */
    @GET
    @Operation(hidden = true)
    public Uni<Response> export() {
        UUID me = caller.id();
        return Uni.combine()
                .all()
                .unis(
                        quota.of(me),
                        memberships.groupsOf(me),
                        pending.of(me),
                        files.ownedBy(me, null, ExportSource.PAGE))
                .asTuple()
                .map(known -> {
                    ExportHead head = new ExportHead(me, known.getItem1(), known.getItem2(), known.getItem3());
                    return Response.ok(
                                    new ExportSource(files, mapper, head, known.getItem4()), MediaType.APPLICATION_JSON)
                            .build();
                });
    }
}
