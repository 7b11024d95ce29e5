package org.summertrip.users.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.identity.Caller;
import org.summertrip.users.user.Users;

@Path("/users")
@Tag(name = "users")
public class ErasureResource {
    private final Eraser eraser;
    private final Erasures erasures;
    private final Users users;
    private final Etags etags;
    private final Caller caller;

    ErasureResource(Eraser eraser, Erasures erasures, Users users, Etags etags, Caller caller) {
        this.eraser = eraser;
        this.erasures = erasures;
        this.users = users;
        this.etags = etags;
        this.caller = caller;
    }

    @DELETE
    @Path("/me")
    @Operation(
            summary = "Erase one's account",
            description =
                    "Gone here at once, from the other services within moments. What one wrote keeps its place without"
                            + " content and author; a group with no other owner passes to its longest-serving admin, then member.")
    @APIResponse(
            responseCode = "202",
            description = "It is being erased, or was before; `pending` names the services that have yet to confirm",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Erasure.class)))
    @APIResponse(responseCode = "412", description = "The account has changed since; If-Match names an older state")
    public Uni<Response> erase(@HeaderParam("If-Match") String ifMatch) {
        UUID me = caller.id();
        return erasures.of(me)
                .flatMap(before -> before.isPresent() ? Uni.createFrom().item(before) : erase(me, ifMatch))
                .map(Optional::orElseThrow)
                .map(erasure -> Response.accepted(erasure).build());
    }

    private Uni<Optional<Erasure>> erase(UUID me, String ifMatch) {
        return users.find(me)
                .invoke(user -> user.ifPresent(present -> etags.check(ifMatch, present)))
                .flatMap(checked -> eraser.erase(me))
                .flatMap(erased -> erasures.of(me));
    }
}
