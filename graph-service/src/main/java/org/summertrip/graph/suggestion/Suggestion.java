package org.summertrip.graph.suggestion;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.summertrip.graph.user.PublicUser;

/**
 * Somebody whom the caller may know.
 *
 * @param score comparable within one list only
 * @param reasons why, the kinds that apply
 */
@RegisterForReflection
public record Suggestion(PublicUser user, double score, List<Reason> reasons) {
    /**
     * One kind of reason.
     *
     * @param count how many friends or groups are shared
     */
    @RegisterForReflection
    public record Reason(Type type, long count) {}

    /** What is shared. */
    @RegisterForReflection
    public enum Type {
        @JsonProperty("mutual_friends")
        MUTUAL_FRIENDS,
        @JsonProperty("shared_groups")
        SHARED_GROUPS
    }
}
