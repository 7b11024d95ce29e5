package org.summertrip.users.user;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What reading somebody would be with nothing but the database client: the yardstick of {@link UserReadBenchmark}. */
@Path("/bare")
public class BareResource {
    private final Pool pool;

    BareResource(Pool pool) {
        this.pool = pool;
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<PublicUser> get(@PathParam("id") UUID id) {
        return pool.preparedQuery(
                        "select id, first_name, last_name, avatar_file_id, created_at, updated_at from users where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> head(rows.iterator().next()));
    }

    private static PublicUser head(Row row) {
        return new PublicUser(
                row.getUUID(0),
                row.getString(1),
                row.getString(2),
                row.getUUID(3),
                row.getOffsetDateTime(4).toInstant(),
                row.getOffsetDateTime(5).toInstant());
    }
}
