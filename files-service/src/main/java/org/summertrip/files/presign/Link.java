package org.summertrip.files.presign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An address at which a file can be read by whoever has it. */
@RegisterForReflection
@Schema(description = "An address at which the content can be read without any token, and cannot be taken back")
public record Link(String url, Instant expiresAt) {}
