package org.summertrip.messaging.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import java.util.UUID;

/**
 * What is taken from the events of a trip that people are told of.
 *
 * @param id of the activity in {@code activity.proposed}
 * @param userId who joined or wants to, who made the plan, or who is invited
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record TripFact(UUID id, UUID groupId, UUID userId, UUID createdBy, UUID proposedBy, String title) {
    TripFact {
        Objects.requireNonNull(groupId, "groupId");
    }
}
