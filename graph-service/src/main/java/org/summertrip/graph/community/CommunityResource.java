package org.summertrip.graph.community;

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
import org.summertrip.graph.community.CommunityGraph.Row;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;

@Path("/graph/communities")
@RolesAllowed(Roles.USER)
@Tag(name = "graph")
public class CommunityResource {
    private static final String LIST = "communities";
    private static final int KEYS = 2;
    private static final String EXAMPLE = """
            {"items":[{"id":"019a5f41-0a3c-7d10-8c2f-2b7e9d4c5a10","size":64,"members":[\
            {"id":"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49","firstName":"Ana","lastName":"Silva","avatarFileId":null,\
            "createdAt":"2026-06-01T08:30:00.000Z","updatedAt":"2026-06-01T08:30:00.000Z"}],"mine":true,\
            "computedAt":"2026-06-04T03:00:41.000Z"}],"next":null}""";

    private final Neo4j neo4j;
    private final CommunityGraph graph;
    private final Cursors cursors;
    private final Caller caller;

    CommunityResource(Neo4j neo4j, CommunityGraph graph, Cursors cursors, Caller caller) {
        this.neo4j = neo4j;
        this.graph = graph;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List communities",
            description = "People who know each other more than they know others (Louvain's method over friendships), "
                    + "computed in the background. The biggest first, each with its most influential members.")
    @APIResponse(
            responseCode = "200",
            description = "A page of communities, empty until they have been computed for the first time",
            content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(responseCode = "403", description = "The token is not a person's")
    public Uni<Page<Community>> list(@Valid @BeanParam PageQuery page) {
        UUID me = caller.id();
        List<String> position = cursors.read(LIST, page.cursor(), KEYS);
        Long size = position.isEmpty() ? null : Long.valueOf(position.get(0));
        String id = position.isEmpty() ? null : position.get(1);
        return neo4j.read(transaction -> graph.list(transaction, me, size, id, page.limit() + 1))
                .map(rows -> cursors.page(LIST, rows, page.limit(), CommunityResource::keys)
                        .map(Row::community));
    }

    private static List<String> keys(Row row) {
        return List.of(String.valueOf(row.storedSize()), row.community().id().toString());
    }
}
