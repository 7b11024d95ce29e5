package org.summertrip.messaging.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of somebody's notifications. */
@RegisterForReflection
@Schema(example = NotificationExamples.PAGE)
public record NotificationPage(
        @Schema(description = "Newest first") List<Notification> items,

        @Schema(description = "The cursor of the page after this one; null on the last")
        String next,

        @Schema(description = "How many are UNSEEN altogether")
        long unseenCount) {
    public NotificationPage {
        items = List.copyOf(items);
    }
}
