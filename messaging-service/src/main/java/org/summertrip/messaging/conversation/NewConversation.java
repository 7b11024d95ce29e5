package org.summertrip.messaging.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.summertrip.messaging.Limits;
import org.summertrip.messaging.text.CodePoints;

/** With whom to talk; the caller always takes part and need not be named. */
@RegisterForReflection
@Schema(example = ConversationExamples.NEW_CONVERSATION)
public record NewConversation(
        @NotEmpty @Size(max = Limits.OTHERS) @Schema(description = "One other: the direct conversation of the two. Several: a new one")
        List<@NotNull UUID> userIds,

        @CodePoints(max = Limits.TITLE) String title) {
    public NewConversation {
        title = title == null ? null : title.strip();
    }

    /** Who is named besides the caller, each once. */
    Set<UUID> others(UUID caller) {
        Set<UUID> others = new LinkedHashSet<>(userIds);
        others.remove(caller);
        return others;
    }
}
