package org.summertrip.graph.influence;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;

@Path("/graph/influencers")
@RolesAllowed(Roles.USER)
@Tag(name = "graph")
public class InfluencerResource {
    private static final String LIST = "influencers";
    private static final int KEYS = 2;
    private static final List<String> BEGINNING = List.of(String.valueOf(Double.MAX_VALUE), "");
    private static final String EXAMPLE = """
            {"items":[{"user":{"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","firstName":"Ana","lastName":"Silva",\
            "avatarFileId":null,"createdAt":"2026-06-01T08:30:00.000Z","updatedAt":"2026-06-01T08:30:00.000Z"},\
            "score":7.312204,"computedAt":"2026-06-04T03:00:41.000Z"}],"next":null}""";

    private final Neo4j neo4j;
    private final InfluenceGraph graph;
    private final Cursors cursors;
    private final Caller caller;

    InfluencerResource(Neo4j neo4j, InfluenceGraph graph, Cursors cursors, Caller caller) {
        this.neo4j = neo4j;
        this.graph = graph;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List the most influential people",
            description = "PageRank over friendships and follows, computed in the background; the average score is 1.")
    @APIResponse(
            responseCode = "200",
            description = "A page of people, empty until influence has been computed for the first time",
            content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    public Uni<Page<Influencer>> list(@Valid @BeanParam PageQuery page) {
        UUID me = caller.id();
        List<String> read = cursors.read(LIST, page.cursor(), KEYS);
        List<String> after = read.isEmpty() ? BEGINNING : read;
        double score = Double.parseDouble(after.get(0));
        return neo4j.read(transaction -> graph.list(transaction, me, score, after.get(1), page.limit() + 1))
                .map(rows -> cursors.page(LIST, rows, page.limit(), InfluencerResource::keys));
    }

    private static List<String> keys(Influencer last) {
        return List.of(String.valueOf(last.score()), last.user().id().toString());
    }
}
