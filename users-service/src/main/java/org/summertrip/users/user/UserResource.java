package org.summertrip.users.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.problem.StrictJsonReader;
import org.summertrip.users.text.SearchKey;

@Path("/users")
@Tag(name = "users", description = "Accounts and the people behind them")
public class UserResource {
    private static final String JSON = "application/json";

    private final Users users;
    private final SigningUp signingUp;
    private final Newcomers newcomers;
    private final UserRepository repository;
    private final Idempotency idempotency;
    private final Cursors cursors;
    private final Etags etags;
    private final Caller caller;

    UserResource(
            Users users,
            SigningUp signingUp,
            Newcomers newcomers,
            UserRepository repository,
            Idempotency idempotency,
            Cursors cursors,
            Etags etags,
            Caller caller) {
        this.users = users;
        this.signingUp = signingUp;
        this.newcomers = newcomers;
        this.repository = repository;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.etags = etags;
        this.caller = caller;
    }

    @POST
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Sign up", description = "Makes an account. No token is needed.")
    @APIResponse(
            responseCode = "201",
            description = "The account was made; Location names it",
            content =
                    @Content(mediaType = JSON, schema = @Schema(implementation = User.class), example = Examples.USER))
    @APIResponse(responseCode = "409", description = "There is an account with this e-mail, in whatever case")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used with another body")
    public Uni<Response> signUp(
            @Valid NewUser body,
            @HeaderParam(Idempotency.HEADER)
                    @Size(max = Idempotency.LONGEST_KEY) @Parameter(
                            description =
                                    "Names this attempt: sent again, it is answered again and nothing is made twice")
                    String idempotencyKey) {
        return idempotency.once(
                idempotencyKey,
                null,
                "POST /users",
                body,
                () -> signingUp
                        .signUp(body)
                        .map(user -> etags.tag(Response.created(URI.create("/users/" + user.id())), user)
                                .build()));
    }

    @GET
    @Operation(
            summary = "List people",
            description = "Newest first, optionally only those with a name that starts like `q`.")
    @APIResponse(responseCode = "200", description = "A page of people, without their e-mails")
    public Uni<Page<PublicUser>> list(
            @QueryParam("q")
                    @Size(max = 100) @Parameter(
                            description = "The start of a first or last name, without case or accents",
                            example = "ana")
                    String q,
            @Valid @BeanParam PageQuery page) {
        String start = SearchKey.of(q);
        String list = "users?q=" + start;
        List<String> position = cursors.read(list, page.cursor(), 1);
        UUID before = position.isEmpty() ? null : UUID.fromString(position.get(0));
        return Panache.withSession(() -> start.isEmpty()
                        ? repository.newest(before, page.limit() + 1)
                        : repository.newestNamedLike(start, before, page.limit() + 1))
                .map(rows -> cursors.page(list, rows, page.limit(), row -> List.of(row.id.toString()))
                        .map(PublicUser::of));
    }

    @GET
    @Path("/me")
    @Operation(summary = "Show one's own account")
    @APIResponse(
            responseCode = "200",
            description = "The account of the token's subject, with its e-mail",
            content =
                    @Content(mediaType = JSON, schema = @Schema(implementation = User.class), example = Examples.USER))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    public Uni<Response> me(
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization) {
        UUID me = caller.id();
        // A token may outlive its account by minutes; whoever has none any more is nobody.
        return users.find(me)
                .flatMap(found -> found.map(user -> Uni.createFrom().item(user))
                        .orElseGet(() -> newcomers.welcome(me, authorization)))
                .map(user -> etags.answer(user, ifNoneMatch));
    }

    @PATCH
    @Path("/me")
    @Consumes({JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(
            summary = "Change one's own account",
            description =
                    "JSON merge patch of firstName, lastName, avatarFileId, locale: absent = unchanged, null = cleared.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema =
                                    @Schema(
                                            implementation = UserChanges.class,
                                            example = "{\"firstName\":\"Ana Maria\",\"locale\":\"pt-PT\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now",
            content =
                    @Content(mediaType = JSON, schema = @Schema(implementation = User.class), example = Examples.USER))
    @APIResponse(responseCode = "412", description = "It has changed since; If-Match names an older state")
    public Uni<Response> change(@HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        return users.change(caller.id(), patch, present -> etags.check(ifMatch, present))
                .map(user -> etags.tag(Response.ok(), user).build());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show somebody", description = "The e-mail is shown to its owner and to admins only.")
    @APIResponse(
            responseCode = "200",
            description = "What may be seen of the person",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(oneOf = {PublicUser.class, User.class}),
                            example = Examples.PUBLIC_USER))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(responseCode = "404", description = "There is nobody with this id")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        boolean whole = caller.is(id) || caller.isAdmin();
        return users.find(id)
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .map(user -> whole ? user : PublicUser.of(user))
                .map(seen -> etags.answer(seen, ifNoneMatch));
    }
}
