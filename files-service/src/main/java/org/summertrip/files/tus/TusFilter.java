package org.summertrip.files.tus;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What the protocol wants of every request and answer, whatever becomes of it. */
public class TusFilter {
    static final String PATH = "/files/uploads";
    static final String RESUMABLE = "Tus-Resumable";
    static final String VERSION = "1.0.0";

    private static final String OVERRIDE = "X-HTTP-Method-Override";

    /** For clients that cannot send PATCH or DELETE. */
    @ServerRequestFilter(preMatching = true)
    public void override(ContainerRequestContext request) {
        String method = request.getHeaderString(OVERRIDE);
        if (method != null && isTus(request) && request.getMethod().equals(HttpMethod.POST)) {
            request.setMethod(method);
        }
    }

    @ServerResponseFilter
    public void speakTus(ContainerRequestContext request, ContainerResponseContext response) {
        if (isTus(request)) {
            response.getHeaders().putSingle(RESUMABLE, VERSION);
            if (response.getStatus() == 412) {
                response.getHeaders().putSingle("Tus-Version", VERSION);
            }
        }
    }

    private static boolean isTus(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith(PATH);
    }
}
