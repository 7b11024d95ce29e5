package org.summertrip.graph.community;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.summertrip.graph.user.PublicUser;

/**
 * People who know each other.
 *
 * @param id stays the same from one analysis to the next while most of the members do
 * @param size how many there are whom the caller may know of
 * @param members the most influential of them
 * @param mine whether the caller is one of them
 */
@RegisterForReflection
public record Community(UUID id, long size, List<PublicUser> members, boolean mine, Instant computedAt) {}
