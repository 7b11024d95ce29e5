package org.summertrip.graph.audience;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/** Who hears of somebody's coming and going. */
@RegisterForReflection
public record Audience(List<UUID> friendIds, List<UUID> groupIds) {}
