package org.summertrip.graph.friendship;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.summertrip.graph.user.PublicUser;

/**
 * A request that has not been answered.
 *
 * @param user the other one: who asked, or who was asked
 */
@RegisterForReflection
public record FriendRequest(PublicUser user, Direction direction, Instant requestedAt) {}
