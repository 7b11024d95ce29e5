package org.summertrip.users.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.identity.Caller;

@Path("/auth")
@Tag(name = "sessions", description = "Signing in and staying signed in")
public class AuthResource {
    private static final String JSON = "application/json";

    private final Sessions sessions;
    private final ClientAddress address;
    private final Caller caller;

    public AuthResource(Sessions sessions, ClientAddress address, Caller caller) {
        this.sessions = sessions;
        this.address = address;
        this.caller = caller;
    }

    @POST
    @Path("/login")
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Log in", description = "Opens a session. No token is needed.")
    @APIResponse(
            responseCode = "200",
            description = "E-mail and password are right",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = SignedIn.class)))
    @APIResponse(responseCode = "401", description = "E-mail or password is wrong; which one is not said")
    @APIResponse(
            responseCode = "429",
            description = "Too many logins failed for this account or from this address; see Retry-After")
    public Uni<Response> logIn(
            @Valid Credentials body,
            @Parameter(hidden = true) @HeaderParam("User-Agent") String userAgent,
            @Context HttpServerRequest request) {
        return sessions.logIn(body, userAgent, address.counted(request)).map(AuthResource::secret);
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @SecurityRequirements
    @Operation(
            summary = "Refresh a session",
            description = "Spends the refresh token for a new pair. No access token is needed.")
    @APIResponse(
            responseCode = "200",
            description = "The token was the session's present one",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = SignedIn.class)))
    @APIResponse(
            responseCode = "401",
            description = "The token is unknown, or was spent before: then the whole session has been ended (RFC 9700)")
    public Uni<Response> refresh(@Valid Refresh body) {
        return sessions.refresh(body).map(AuthResource::secret);
    }

    @POST
    @Path("/logout")
    @Operation(summary = "Log out", description = "Ends the session that the access token came from.")
    @APIResponse(responseCode = "204", description = "The session's refresh token is good no more")
    public Uni<Void> logOut() {
        return sessions.logOut(caller.id(), caller.sessionId());
    }

    /** An answer that nobody on the way may keep. */
    static Response secret(Object tokens) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(tokens).cacheControl(never).build();
    }
}
