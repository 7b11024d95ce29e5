package org.summertrip.graph.job;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.ProblemException;

@Path("/graph/jobs")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "jobs", description = "What is computed in the background; for admins")
public class JobResource {
    private static final String JSON = "application/json";
    private static final String LIST = "jobs";
    private static final String RUN = """
            {"id":"019a5f41-0a3c-7d10-8c2f-2b7e9d4c5a10","job":"analysis","state":"done",\
            "startedAt":"2026-06-04T03:00:00.000Z","finishedAt":"2026-06-04T03:00:41.000Z",\
            "figures":{"users":100000,"friendships":2000000,"communities":412,"modularity":0.61,"rounds":27},"reason":null}""";
    private static final String RUNS = "{\"items\":[" + RUN + "],\"next\":null}";

    private final Jobs jobs;
    private final Neo4j neo4j;
    private final JobGraph graph;
    private final Cursors cursors;
    private final Etags etags;

    JobResource(Jobs jobs, Neo4j neo4j, JobGraph graph, Cursors cursors, Etags etags) {
        this.jobs = jobs;
        this.neo4j = neo4j;
        this.graph = graph;
        this.cursors = cursors;
        this.etags = etags;
    }

    @POST
    @Operation(
            summary = "Run a job now",
            description =
                    "`analysis` computes communities and influence, `anomalies` looks for findings. Where the job is "
                            + "running already, that run is the answer. Nobody has to wait for a job.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = NewJobRun.class),
                            example = "{\"job\":\"analysis\"}"))
    @APIResponse(
            responseCode = "202",
            description = "It runs; Location says where to look for its end",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = JobRun.class), example = RUN))
    @APIResponse(responseCode = "403", description = "The caller is not an admin")
    public Uni<Response> run(@Valid NewJobRun body) {
        return jobs.begin(body.job())
                .map(run -> etags.tag(Response.accepted(), run)
                        .location(URI.create("/graph/jobs/" + run.id()))
                        .build());
    }

    @GET
    @Operation(summary = "List the latest runs", description = "The newest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of runs",
            content = @Content(mediaType = JSON, example = RUNS))
    @APIResponse(responseCode = "403", description = "The caller is not an admin")
    public Uni<Page<JobRun>> list(@Valid @BeanParam PageQuery page) {
        List<String> position = cursors.read(LIST, page.cursor(), 1);
        String before = position.isEmpty() ? null : position.get(0);
        return neo4j.read(transaction -> graph.list(transaction, before, page.limit() + 1))
                .map(rows -> cursors.page(
                        LIST, rows, page.limit(), run -> List.of(run.id().toString())));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Look how a run is going")
    @APIResponse(
            responseCode = "200",
            description = "The run, whether it still runs or has ended",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = JobRun.class), example = RUN))
    @APIResponse(responseCode = "304", description = "If-None-Match names what would be answered")
    @APIResponse(responseCode = "403", description = "The caller is not an admin")
    @APIResponse(responseCode = "404", description = "There is no such run, or it was forgotten")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        return neo4j.read(transaction -> graph.find(transaction, id))
                .map(found -> etags.answer(found.orElseThrow(ProblemException::notFound), ifNoneMatch));
    }
}
