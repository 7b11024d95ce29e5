package org.summertrip.gateway.console;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.problem.ProblemException;

/** Serves the page and its parts to everybody; what they show needs a token. */
@Path("/")
@PermitAll
@NonBlocking
public class ConsoleResource {
    /**
     * Scripts, styles and calls of this origin only, nothing inline, pictures also as blobs, because content needs the token and an
     * address cannot carry one. Trusted types make the browser itself refuse text as markup.
     */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types 'none'";

    /** Kept, but asked for each time: after a deployment nobody runs new parts with old ones. */
    private static final String ASK_FIRST = "no-cache";

    private final ConsoleFiles files;
    private final Etags etags;

    public ConsoleResource(ConsoleFiles files, Etags etags) {
        this.files = files;
        this.etags = etags;
    }

    @GET
    @Operation(hidden = true)
    public Response page(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return part("index.html", ifNoneMatch);
    }

    @GET
    @Path("console/{name: .+}")
    @Operation(hidden = true)
    public Response part(@PathParam("name") String name, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        ConsoleFile file = files.find(name).orElseThrow(ProblemException::notFound);
        return Response.fromResponse(etags.answer(file.content(), ifNoneMatch))
                .type(file.type())
                .header(HttpHeaders.CACHE_CONTROL, ASK_FIRST)
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
