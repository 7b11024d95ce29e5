package org.summertrip.graph.mutual;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.summertrip.graph.group.GroupHead;
import org.summertrip.graph.user.PublicUser;

/**
 * A page of what two people have in common, both lists in the order of ids.
 *
 * @param friends at most as many as were asked for
 * @param groups at most as many as were asked for
 * @param next the cursor of the page after this one, or null when both lists are at their end
 */
@RegisterForReflection
public record Mutual(List<PublicUser> friends, List<GroupHead> groups, String next) {}
