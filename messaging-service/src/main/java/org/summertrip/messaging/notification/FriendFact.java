package org.summertrip.messaging.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** What is taken from {@code friend.requested} (from, to) and {@code friend.accepted} (user, friend). */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record FriendFact(UUID fromUserId, UUID toUserId, UUID userId, UUID friendId) {}
