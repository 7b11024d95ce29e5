package org.summertrip.users.group;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What it takes to invite: nothing. Without an expiry it is good for a week, without a limit for any number of people; with a
 * {@code userId} it is for that person only, who may then simply join.
 */
@Schema(example = "{\"expiresAt\":\"2027-08-01T00:00:00Z\",\"maxUses\":5}")
public record NewInvite(
        @Future Instant expiresAt,
        @Min(1) @Max(NewGroup.MOST_MEMBERS) Integer maxUses,
        UUID userId) {
    public NewInvite {
        maxUses = userId == null ? maxUses : Integer.valueOf(1);
    }
}
