package org.summertrip.gateway.openapi;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.summertrip.kit.etag.Etags;

/** The merged documentation as data; Quarkus serves the page that shows it. */
@Path("/")
@PermitAll
public class DocumentationResource {
    private final MergedDocument document;
    private final Etags etags;

    public DocumentationResource(MergedDocument document, Etags etags) {
        this.document = document;
        this.etags = etags;
    }

    @GET
    @Path("api/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response document(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return etags.answer(document.json(), ifNoneMatch);
    }
}
