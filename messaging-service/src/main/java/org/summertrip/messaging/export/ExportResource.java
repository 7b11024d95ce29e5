package org.summertrip.messaging.export;

import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.summertrip.kit.identity.Caller;
import org.summertrip.messaging.Docs;

/** {@code /internal/export}, for the gateway with the token of whoever asks for everything that is held about them. */
@Path("/internal/export")
@Produces(Docs.JSON)
public class ExportResource {
    private final Export export;
    private final Caller caller;

    ExportResource(Export export, Caller caller) {
        this.export = export;
        this.caller = caller;
    }

    /** 200 with one JSON object. When the store fails on the way the connection is reset. */
    @GET
    @Operation(hidden = true)
    public Multi<Piece> export() {
        Context context = Vertx.currentContext();
        Multi<Piece> pieces = export.of(caller.id()).emitOn(piece -> context.runOnContext(ignored -> piece.run()));
        return RestMulti.fromMultiData(pieces).encodeAsJsonArray(false).build();
    }
}
