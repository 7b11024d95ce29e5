package org.summertrip.messaging.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a person does not want to be told of. */
@RegisterForReflection
@Schema(example = NotificationExamples.MUTED_TYPE)
public record MutedType(Type type, Instant mutedAt) {}
