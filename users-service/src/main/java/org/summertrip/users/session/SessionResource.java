package org.summertrip.users.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;

@Path("/auth")
@Tag(name = "sessions")
public class SessionResource {
    private final Sessions sessions;
    private final ClientAddress address;
    private final Cursors cursors;
    private final Caller caller;

    public SessionResource(Sessions sessions, ClientAddress address, Cursors cursors, Caller caller) {
        this.sessions = sessions;
        this.address = address;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Path("/sessions")
    @Operation(summary = "List one's sessions", description = "The newest first, one per device that one signed in on.")
    @APIResponse(responseCode = "200", description = "A page of one's own sessions")
    public Uni<Page<Session>> list(@Valid @BeanParam PageQuery page) {
        UUID me = caller.id();
        UUID current = caller.sessionId();
        String list = "sessions/" + me;
        List<String> position = cursors.read(list, page.cursor(), 1);
        return sessions.of(me)
                .map(all -> all.stream()
                        // Ids are made in the order of time, so they are the position; there are a few dozen at most.
                        .filter(session ->
                                position.isEmpty() || session.id().toString().compareTo(position.get(0)) < 0)
                        .limit(page.limit() + 1L)
                        .toList())
                .map(rows -> cursors.page(
                                list,
                                rows,
                                page.limit(),
                                row -> List.of(row.id().toString()))
                        .map(row -> Session.of(row, current)));
    }

    @DELETE
    @Path("/sessions/{id}")
    @Operation(
            summary = "End one of one's sessions",
            description = "Its access token is still good for its few minutes.")
    @APIResponse(responseCode = "204", description = "The session's refresh token is good no more")
    @APIResponse(responseCode = "404", description = "One has no such session")
    public Uni<Void> end(@PathParam("id") UUID id) {
        return sessions.end(caller.id(), id);
    }

    @PUT
    @Path("/password")
    @Operation(summary = "Change one's password", description = "Ends all other sessions.")
    @APIResponse(responseCode = "204", description = "The new password is good, the old one no more")
    @APIResponse(responseCode = "403", description = "The current password is wrong")
    @APIResponse(responseCode = "429", description = "Too many wrong passwords; see Retry-After")
    public Uni<Void> changePassword(@Valid NewPassword body, @Context HttpServerRequest request) {
        return sessions.changePassword(caller.id(), caller.sessionId(), body, address.counted(request));
    }
}
