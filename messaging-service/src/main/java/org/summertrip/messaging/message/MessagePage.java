package org.summertrip.messaging.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of a conversation. */
@RegisterForReflection
@Schema(example = MessageExamples.PAGE)
public record MessagePage(
        @Schema(description = "Newest first") List<Message> items,

        @Schema(description = "Give it as `before` for older messages; null when there are none older")
        String next,

        @Schema(
                description = "Give it as `after` for newer messages, also for those that are still to come; null only"
                        + " while the conversation is empty")
        String prev) {
    public MessagePage {
        items = List.copyOf(items);
    }
}
