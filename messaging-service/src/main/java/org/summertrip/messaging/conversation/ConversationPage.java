package org.summertrip.messaging.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.summertrip.kit.page.Page;

/** One page of somebody's conversations. */
@RegisterForReflection
@Schema(example = ConversationExamples.PAGE)
public record ConversationPage(
        @Schema(description = "The one with the latest activity first")
        List<Conversation> items,

        @Schema(description = "The cursor of the page after this one; null on the last")
        String next) {
    public ConversationPage {
        items = List.copyOf(items);
    }

    static ConversationPage of(Page<Conversation> page) {
        return new ConversationPage(page.items(), page.next());
    }
}
