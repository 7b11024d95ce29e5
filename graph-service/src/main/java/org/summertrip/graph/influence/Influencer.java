package org.summertrip.graph.influence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.summertrip.graph.user.PublicUser;

/**
 * Somebody with influence.
 *
 * @param score how much; the average over everybody is 1
 */
@RegisterForReflection
public record Influencer(PublicUser user, double score, Instant computedAt) {}
