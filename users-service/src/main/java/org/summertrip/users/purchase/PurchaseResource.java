package org.summertrip.users.purchase;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;

@Path("/purchases")
@Tag(name = "purchases", description = "What one bought")
public class PurchaseResource {
    private final Purchases purchases;
    private final PurchaseRepository repository;
    private final Cursors cursors;
    private final Etags etags;
    private final Caller caller;

    PurchaseResource(Purchases purchases, PurchaseRepository repository, Cursors cursors, Etags etags, Caller caller) {
        this.purchases = purchases;
        this.repository = repository;
        this.cursors = cursors;
        this.etags = etags;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Buy something", description = "Send an Idempotency-Key, so that nothing is bought twice.")
    @APIResponse(
            responseCode = "201",
            description = "It is bought, now or by an earlier attempt with this Idempotency-Key",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Purchase.class)))
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> buy(
            @Valid NewPurchase body,
            @HeaderParam(Idempotency.HEADER)
                    @Size(max = Idempotency.LONGEST_KEY) @Parameter(
                            description =
                                    "Names this attempt: sent again, it is answered again and nothing is made twice")
                    String idempotencyKey) {
        return purchases.buy(caller.id(), body, idempotencyKey).map(this::created);
    }

    @GET
    @Operation(summary = "List one's purchases", description = "The newest first.")
    @APIResponse(responseCode = "200", description = "A page of one's own purchases")
    public Uni<Page<Purchase>> list(@Valid @BeanParam PageQuery page) {
        UUID me = caller.id();
        String list = "purchases/" + me;
        List<String> position = cursors.read(list, page.cursor(), 1);
        UUID before = position.isEmpty() ? null : UUID.fromString(position.get(0));
        return Panache.withSession(() -> repository.of(me, before, page.limit() + 1))
                .map(rows -> cursors.page(list, rows, page.limit(), row -> List.of(row.id.toString()))
                        .map(Purchase::of));
    }

    private Response created(Purchases.Bought bought) {
        Response.ResponseBuilder answer = etags.tag(Response.status(Response.Status.CREATED), bought.purchase());
        return (bought.before() ? answer.header("Idempotent-Replayed", "true") : answer).build();
    }
}
