package org.summertrip.messaging.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.summertrip.messaging.Limits;
import org.summertrip.messaging.text.CodePoints;

/** What somebody is to be told. Links that run as code in a browser are refused. */
@RegisterForReflection
@Schema(example = NotificationExamples.NEW_NOTIFICATION)
public record NewNotification(
        @NotNull UUID userId,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}", message = "must be upper case, like PLAN_READY") String type,

        @NotNull @CodePoints(max = Limits.NOTIFICATION) String message,

        @Size(min = 1, max = Limits.LINK) @Pattern(
                regexp = "(?i)(?!(javascript|data|vbscript):)[^\\s\\p{Cntrl}]+",
                message = "must be a path or an address without spaces")
        String link) {}
