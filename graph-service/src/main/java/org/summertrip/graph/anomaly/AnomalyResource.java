package org.summertrip.graph.anomaly;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;

@Path("/graph/anomalies")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "anomalies", description = "People who behave as bulk senders do; for admins")
public class AnomalyResource {
    private static final String EXAMPLE = """
            {"items":[{"id":"019a5f41-0a3c-7d10-8c2f-2b7e9d4c5a10","rule":"high_reject_rate","users":[\
            {"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","firstName":"Ana","lastName":"Silva","avatarFileId":null,\
            "createdAt":"2026-06-01T08:30:00.000Z","updatedAt":"2026-06-01T08:30:00.000Z"}],\
            "explanation":"23 of 25 answered requests were declined; 70 % or more of at least 10 are suspicious",\
            "foundAt":"2026-06-04T03:00:41.000Z","computedAt":"2026-06-05T10:15:00.000Z"}],"next":null}""";

    private final Neo4j neo4j;
    private final AnomalyGraph graph;
    private final Cursors cursors;

    AnomalyResource(Neo4j neo4j, AnomalyGraph graph, Cursors cursors) {
        this.neo4j = neo4j;
        this.graph = graph;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            summary = "List findings",
            description =
                    "Bursts of requests, high shares of declined requests, rings of new accounts; each says what was "
                            + "measured and by which rule. Computed in the background, the latest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of findings that still hold",
            content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(responseCode = "403", description = "The caller is not an admin")
    public Uni<Page<Anomaly>> list(
            @QueryParam("rule")
                    @Pattern(
                            regexp = "request_burst|high_reject_rate|new_account_ring",
                            message = "must be request_burst, high_reject_rate or new_account_ring")
                    @Parameter(description = "By one rule only", schema = @Schema(implementation = Rule.class))
                    String rule,
            @Valid @BeanParam PageQuery page) {
        String list = "anomalies:" + rule;
        List<String> position = cursors.read(list, page.cursor(), 1);
        String before = position.isEmpty() ? null : position.get(0);
        return neo4j.read(transaction -> graph.list(transaction, Rule.of(rule), before, page.limit() + 1))
                .map(rows -> cursors.page(
                        list, rows, page.limit(), found -> List.of(found.id().toString())));
    }
}
