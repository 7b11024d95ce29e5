package org.summertrip.messaging.export;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A piece of JSON that goes out as it is. It ends where white space may follow. */
@RegisterForReflection
public record Piece(@JsonValue @JsonRawValue String json) {}
