package org.summertrip.kit.testing.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.identity.Roles;
import org.summertrip.kit.patch.MergePatch;
import org.summertrip.kit.problem.StrictJsonReader;

@Path("/things")
public class SampleResource {
    private final AtomicInteger made = new AtomicInteger();
    private final Idempotency idempotency;
    private final Etags etags;
    private final MergePatch patches;
    private final Caller caller;

    public SampleResource(Idempotency idempotency, Etags etags, MergePatch patches, Caller caller) {
        this.idempotency = idempotency;
        this.etags = etags;
        this.patches = patches;
        this.caller = caller;
    }

    public enum Colour {
        RED,
        BLUE
    }

    public record Part(@NotBlank String label, Integer weight) {}

    public record NewThing(
            @NotBlank @Size(max = 5) String name,
            Integer size,
            Boolean heavy,
            Colour colour,
            Instant at,
            LocalDate on,
            UUID owner,
            List<@Valid Part> parts,
            List<@NotBlank String> tags) {}

    public record Thing(int number, String name) {}

    @GET
    @Path("/me")
    public String me() {
        return caller.id().toString();
    }

    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        return etags.answer(new Thing(1, id.toString()), ifNoneMatch);
    }

    @PUT
    @Path("/{id}")
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        etags.check(ifMatch, new Thing(1, id.toString()));
        return Response.noContent().build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/json", StrictJsonReader.MERGE_PATCH})
    public NewThing patch(@PathParam("id") UUID id, JsonNode patch) {
        NewThing present = new NewThing("plain", 1, true, Colour.RED, null, null, id, null, List.of("a"));
        return patches.apply(present, patch, NewThing.class);
    }

    @GET
    public String list(
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) Integer limit, @QueryParam("on") LocalDate on) {
        return limit + " " + on;
    }

    @POST
    public Uni<Response> make(@Valid NewThing body, @HeaderParam(Idempotency.HEADER) @Size(max = 128) String key) {
        return idempotency.once(
                key,
                caller.id(),
                "POST /things",
                body,
                () -> Uni.createFrom()
                        .item(() -> new Thing(made.incrementAndGet(), body.name()))
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(300))
                        .invoke(thing -> {
                            if ("boom".equals(thing.name())) {
                                throw new IllegalStateException("secret detail");
                            }
                        })
                        .map(thing -> Response.created(URI.create("/things/" + thing.number()))
                                .entity(thing)
                                .build()));
    }

    @GET
    @Path("/outage")
    public Uni<String> outage() {
        return Uni.createFrom().failure(new CompletionException(new ConnectException("10.1.2.3:5432 refused")));
    }

    @GET
    @Path("/silence")
    public Uni<String> silence() {
        return Uni.createFrom()
                .<String>nothing()
                .ifNoItem()
                .after(Duration.ofMillis(50))
                .fail();
    }

    @GET
    @Path("/fault")
    public Uni<String> fault() {
        return Uni.createFrom().failure(new IllegalStateException("select secret from table"));
    }

    @GET
    @Path("/admin")
    @RolesAllowed(Roles.ADMIN)
    public String admin() {
        return "ok";
    }
}
