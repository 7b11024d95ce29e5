package org.summertrip.messaging.participant;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.summertrip.kit.identity.Caller;
import org.summertrip.messaging.Docs;

/** {@code /internal/conversations/{id}/participants}, for the gateway with its caller's token: who sees that somebody types. */
@Path("/internal/conversations/{id}/participants")
@Produces(Docs.JSON)
public class ParticipantsResource {
    private final Participants participants;
    private final Caller caller;

    ParticipantsResource(Participants participants, Caller caller) {
        this.participants = participants;
        this.caller = caller;
    }

    /** 200, or 404 for who takes no part. */
    @GET
    @Operation(hidden = true)
    public Uni<UserIds> list(@PathParam("id") UUID id) {
        return participants
                .demand(id, caller.id())
                .flatMap(takesPart -> participants.active(id))
                .map(active ->
                        new UserIds(active.stream().map(Participation::userId).toList()));
    }
}
