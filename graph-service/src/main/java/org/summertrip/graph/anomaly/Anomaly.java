package org.summertrip.graph.anomaly;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.summertrip.graph.user.PublicUser;

/**
 * A finding.
 *
 * @param users whom it is about
 * @param explanation what was measured and what the rule says
 * @param foundAt when it was found first
 * @param computedAt when it was found last
 */
@RegisterForReflection
public record Anomaly(
        UUID id, Rule rule, List<PublicUser> users, String explanation, Instant foundAt, Instant computedAt) {}
