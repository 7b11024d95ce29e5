package org.summertrip.messaging.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.summertrip.messaging.Limits;
import org.summertrip.messaging.text.CodePoints;

/** What a sender says; who and when is the server's to say. */
@RegisterForReflection
@Schema(example = MessageExamples.NEW_MESSAGE)
public record NewMessage(
        @NotNull UUID conversationId,

        @NotNull @CodePoints(max = Limits.MESSAGE)
        @Schema(description = "1 to 4,000 Unicode code points", minLength = 1, maxLength = Limits.MESSAGE)
        String content,

        @Size(max = Limits.ATTACHMENTS) @Schema(description = "Ids of files, in the order to show them")
        List<@NotNull UUID> attachments,

        @Schema(description = "The message of the same conversation that this answers")
        UUID replyTo) {}
