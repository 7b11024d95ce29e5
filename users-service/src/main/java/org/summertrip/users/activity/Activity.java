package org.summertrip.users.activity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A proposal as the caller sees it.
 *
 * @param proposedBy null once that account is erased
 * @param myVote like, dislike, or null for none
 */
@RegisterForReflection
@Schema(example = Examples.ACTIVITY)
public record Activity(
        UUID id,
        UUID groupId,
        UUID proposedBy,
        String type,
        String title,
        String description,
        String location,
        Double latitude,
        Double longitude,
        Instant scheduledAt,
        Integer durationMinutes,
        Status status,
        long likes,
        long dislikes,
        String myVote,
        Instant createdAt) {
    static Activity of(ActivityEntity row, Tally tally) {
        return new Activity(
                row.id,
                row.groupId,
                row.proposedBy,
                row.type,
                row.title,
                row.description,
                row.location,
                row.latitude,
                row.longitude,
                row.scheduledAt,
                row.durationMinutes,
                Status.of(row.status),
                tally.likes(),
                tally.dislikes(),
                tally.mine(),
                row.createdAt);
    }
}
