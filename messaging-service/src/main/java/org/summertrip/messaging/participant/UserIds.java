package org.summertrip.messaging.participant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/** People. */
@RegisterForReflection
public record UserIds(List<UUID> userIds) {
    public UserIds {
        userIds = List.copyOf(userIds);
    }
}
