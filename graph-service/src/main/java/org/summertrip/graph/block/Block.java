package org.summertrip.graph.block;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.summertrip.graph.user.PublicUser;

/** Somebody whom one has blocked. */
@RegisterForReflection
public record Block(PublicUser user, Instant since) {}
