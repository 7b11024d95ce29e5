package org.summertrip.users.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/auth/token")
@Tag(name = "sessions")
public class TokenResource {
    private final ServiceClients clients;
    private final ClientAddress address;
    private final ObjectMapper mapper;

    public TokenResource(ServiceClients clients, ClientAddress address, ObjectMapper mapper) {
        this.clients = clients;
        this.address = address;
        this.mapper = mapper;
    }

    @POST
    @PermitAll
    @SecurityRequirements
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Get a token as a service",
            description = "OAuth 2.0 client credentials. The client comes in the form or in a Basic header.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            example =
                                                    "{\"grant_type\":\"client_credentials\",\"client_id\":\"nightly-export\","
                                                            + "\"client_secret\":\"…\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The client is known and its secret is right; the token has the role `service`",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ServiceToken.class),
                            example =
                                    "{\"access_token\":\"eyJ…\",\"token_type\":\"Bearer\",\"expires_in\":900,\"accessToken\":\"eyJ…\","
                                            + "\"tokenType\":\"Bearer\",\"expiresIn\":900}"))
    @APIResponse(responseCode = "401", description = "There is no such client, or its secret is wrong")
    @APIResponse(responseCode = "429", description = "Too many wrong secrets; see Retry-After")
    public Uni<Response> token(
            String body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context HttpServerRequest request) {
        TokenRequest wanted = TokenRequest.of(contentType, body, authorization, mapper);
        return clients.token(wanted.clientId(), wanted.secret(), address.counted(request))
                .map(AuthResource::secret);
    }
}
