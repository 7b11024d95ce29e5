package org.summertrip.messaging.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that a person does not want to be told of. */
@RegisterForReflection
@Schema(example = NotificationExamples.MUTED_TYPES)
public record MutedTypes(
        List<MutedType> items,

        @Schema(description = "Always null: there are only a few types")
        String next) {
    public MutedTypes {
        items = List.copyOf(items);
    }
}
