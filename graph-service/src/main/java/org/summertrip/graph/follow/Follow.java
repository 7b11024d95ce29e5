package org.summertrip.graph.follow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.summertrip.graph.user.PublicUser;

/**
 * One who follows or is followed.
 *
 * @param user the other one
 */
@RegisterForReflection
public record Follow(PublicUser user, Instant since) {}
