package org.summertrip.graph.path;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.summertrip.graph.user.PublicUser;

/**
 * The shortest way from the caller to somebody, or one of them.
 *
 * @param length how many friendships it takes
 * @param users the caller first, the other one last
 */
@RegisterForReflection
public record FriendPath(int length, List<PublicUser> users) {
    static FriendPath through(List<PublicUser> users) {
        return new FriendPath(users.size() - 1, users);
    }
}
