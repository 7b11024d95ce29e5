package org.summertrip.users.session;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/.well-known/jwks.json")
@Tag(name = "sessions")
public class JwksResource {
    private static final String KEYS = """
            {"keys":[{"kty":"EC","kid":"2026-11","use":"sig","alg":"ES256","crv":"P-256",\
            "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}""";

    private final SigningKeys keys;

    public JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @SecurityRequirements
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Show the public keys", description = "What access tokens are verified with (RFC 7517).")
    @APIResponse(
            responseCode = "200",
            description = "The keys, the one that signs now first",
            content = @Content(mediaType = "application/json", example = KEYS))
    public Response keys() {
        return Response.ok(keys.published())
                .header("Cache-Control", "public, max-age=60")
                .build();
    }
}
