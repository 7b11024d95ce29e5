package org.summertrip.files.objects;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the bucket is and how long it may take to answer. */
@ConfigMapping(prefix = "files.s3")
public interface ObjectsConfig {
    /** The S3 endpoint; path-style addressing unless it is AWS. */
    URI endpoint();

    /** The same endpoint as clients reach it, for presigned addresses; without it, {@code endpoint}. */
    Optional<URI> publicEndpoint();

    /** The region that requests are signed for. */
    @WithDefault("us-east-1")
    String region();

    String accessKey();

    String secretKey();

    /** Made at start if it is not there. */
    @WithDefault("uploads")
    String bucket();

    /** How long a call may take that moves no content; then the store counts as down (503). */
    @WithDefault("1500ms")
    Duration callTimeout();

    /** How long storing one part of a file may take. */
    @WithDefault("30s")
    Duration partTimeout();

    /** How long the store may take to assemble a file out of its parts. */
    @WithDefault("60s")
    Duration assemblyTimeout();

    /** How many threads hash and sign content, and read what is small. */
    @WithDefault("16")
    @Min(1) @Max(256) int threads();

    /** How many contents are read at once, each by a connection of its own and with up to 600 KiB of heap; more wait, then 503. */
    @WithDefault("256")
    @Min(1) @Max(4096) int streams();
}
