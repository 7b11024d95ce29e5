package org.summertrip.files.file;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.summertrip.files.membership.MembershipStore;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/** Files without their content. */
@Path("/files")
@Tag(name = "files", description = "What is known of files")
public class FileResource {
    private final FileStore store;
    private final FileAccess access;
    private final MembershipStore memberships;
    private final Files files;
    private final Cursors cursors;
    private final Etags etags;
    private final Caller caller;

    FileResource(
            FileStore store,
            FileAccess access,
            MembershipStore memberships,
            Files files,
            Cursors cursors,
            Etags etags,
            Caller caller) {
        this.store = store;
        this.access = access;
        this.memberships = memberships;
        this.files = files;
        this.cursors = cursors;
        this.etags = etags;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List one's own files, or those of a group", description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the caller's files, or of all files of the group",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FilePage.class),
                            example = "{\"items\":[" + Examples.FILE + "],\"next\":null}"))
    @APIResponse(responseCode = "404", description = "The group does not exist, or the caller is not in it")
    public Uni<Page<File>> list(
            @Valid @BeanParam PageQuery page,
            @QueryParam("groupId") @Parameter(description = "Whose files, instead of one's own") UUID groupId) {
        UUID callerId = caller.id();
        if (groupId == null) {
            return page("files?owner=" + callerId, page, (before, count) -> store.ownedBy(callerId, before, count));
        }
        return memberships
                .mustBeMember(groupId, callerId)
                .flatMap(may -> page(
                        "files?group=" + groupId, page, (before, count) -> store.sharedWith(groupId, before, count)));
    }

    private Uni<Page<File>> page(
            String list, PageQuery page, BiFunction<UUID, Integer, Uni<List<StoredFile>>> filesBefore) {
        List<String> position = cursors.read(list, page.cursor(), 1);
        UUID before = position.isEmpty() ? null : UUID.fromString(position.get(0));
        return filesBefore
                .apply(before, page.limit() + 1)
                .map(rows -> cursors.page(
                                list,
                                rows,
                                page.limit(),
                                row -> List.of(row.id().toString()))
                        .map(File::of));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show a file", description = "For its owner and the members of its group.")
    @APIResponse(
            responseCode = "200",
            description = "What is known of the file",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = File.class),
                            example = Examples.FILE))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(responseCode = "404", description = "There is no such file, or the caller may not see it")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        return access.readable(id, caller.id())
                .map(found -> found.map(File::of).orElseThrow(ProblemException::notFound))
                .map(file -> etags.answer(file, ifNoneMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete one's own file", description = "Deleting it again changes nothing and is no error.")
    @APIResponse(responseCode = "204", description = "The file is gone")
    @APIResponse(responseCode = "403", description = "The caller may see the file, as a member, but it is not theirs")
    @APIResponse(responseCode = "404", description = "There never was such a file, or the caller may not see it")
    @APIResponse(responseCode = "412", description = "It is not what If-Match names")
    public Uni<Response> delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        UUID callerId = caller.id();
        return store.find(id)
                .flatMap(found -> found.filter(file -> file.isOf(callerId)).isPresent()
                        ? delete(found.get(), ifMatch)
                        : refuse(id, callerId))
                .replaceWith(Response.noContent().build());
    }

    private Uni<Void> delete(StoredFile file, String ifMatch) {
        if (!file.isLive()) {
            return Uni.createFrom().voidItem();
        }
        etags.check(ifMatch, File.of(file));
        return files.delete(file);
    }

    private Uni<Void> refuse(UUID id, UUID callerId) {
        return access.readable(id, callerId).map(Optional::isPresent).map(visible -> {
            throw new ProblemException(visible ? CommonError.FORBIDDEN : CommonError.NOT_FOUND);
        });
    }
}
