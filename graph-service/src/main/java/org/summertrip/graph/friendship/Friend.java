package org.summertrip.graph.friendship;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.summertrip.graph.user.PublicUser;

/** Somebody whom one is friends with. */
@RegisterForReflection
public record Friend(PublicUser user, Instant since) {}
