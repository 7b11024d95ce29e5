package org.summertrip.messaging.file;

import com.datastax.oss.driver.api.core.cql.Row;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.problem.Violation;
import org.summertrip.messaging.Freshness;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.participant.Participants;
import org.summertrip.messaging.participant.Participation;

/** Every query of {@code files_known} and {@code files_by_owner}. */
@Singleton
public class Files {
    private static final int PAGE = 500;

    private static final Query KNOW =
            Query.of("INSERT INTO files_known (file_id, owner_id, group_id) VALUES (?, ?, ?) USING TIMESTAMP ?");
    private static final Query KNOW_BY_OWNER =
            Query.of("INSERT INTO files_by_owner (owner_id, file_id) VALUES (?, ?) USING TIMESTAMP ?");
    private static final Query FORGET = Query.of("DELETE FROM files_known USING TIMESTAMP ? WHERE file_id = ?");
    private static final Query FORGET_BY_OWNER =
            Query.of("DELETE FROM files_by_owner USING TIMESTAMP ? WHERE owner_id = ? AND file_id = ?");
    private static final Query FIND = Query.of("SELECT owner_id, group_id FROM files_known WHERE file_id = ?");
    private static final Query OF_OWNER = Query.of("SELECT file_id FROM files_by_owner WHERE owner_id = ?");

    private final Cql cql;
    private final Participants participants;
    private final Freshness freshness;

    Files(Cql cql, Participants participants, Freshness freshness) {
        this.cql = cql;
        this.participants = participants;
        this.freshness = freshness;
    }

    /**
     * Passes when somebody may show all of these: their own, and those of trips that they are in.
     *
     * @throws ProblemException 400 that names each of the others
     */
    public Uni<Void> demandVisible(List<UUID> fileIds, UUID userId) {
        if (fileIds == null || fileIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return InParallel.all(fileIds, fileId -> freshness.lookFor(fileId, () -> isVisible(fileId, userId)))
                .invoke(visible -> refuse(IntStream.range(0, visible.size())
                        .filter(i -> !visible.get(i))
                        .mapToObj(
                                i -> new Violation("attachments[" + i + "]", "body", "is not a file that you can see"))
                        .toList()))
                .replaceWithVoid();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
    }

    private Uni<Boolean> isVisible(UUID fileId, UUID userId) {
        return cql.one(FIND, fileId)
                .flatMap(found -> found.isPresent()
                        ? isVisible(found.get(), userId)
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> isVisible(Row file, UUID userId) {
        UUID groupId = file.getUuid("group_id");
        if (userId.equals(file.getUuid("owner_id")) || groupId == null) {
            return Uni.createFrom().item(userId.equals(file.getUuid("owner_id")));
        }
        return participants
                .find(groupId, userId)
                .map((Optional<Participation> part) ->
                        part.filter(Participation::isActive).isPresent());
    }

    Uni<Void> know(UUID fileId, UUID ownerId, UUID groupId, long writeTime) {
        return cql.atomically(List.of(
                new Write(KNOW, fileId, ownerId, groupId, writeTime),
                new Write(KNOW_BY_OWNER, ownerId, fileId, writeTime)));
    }

    Uni<Void> forget(UUID fileId, UUID ownerId, long writeTime) {
        return cql.atomically(
                List.of(new Write(FORGET, writeTime, fileId), new Write(FORGET_BY_OWNER, writeTime, ownerId, fileId)));
    }

    Uni<List<UUID>> of(UUID ownerId) {
        return cql.all(cql.stream(OF_OWNER, PAGE, ownerId).map(row -> row.getUuid("file_id")));
    }
}
