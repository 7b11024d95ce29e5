package org.summertrip.files.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** Small pictures of pictures. */
@ConfigMapping(prefix = "files.images")
public interface ImageConfig {
    /** Whether they are made. Unless said otherwise they are in a JVM and not in a native image, which has no AWT by itself. */
    Optional<Boolean> thumbnails();

    /** Pictures with more pixels are left alone: decoding is what bombs are made for. */
    @WithDefault("50000000")
    @Min(1) long maxPixels();

    /** Pictures with more bytes are left alone, since one is held in memory while it is decoded. */
    @WithDefault("16777216")
    @Min(1) long maxBytes();

    /** How many are decoded at once; each takes its bytes and some 20 MB. */
    @WithDefault("1")
    @Min(1) @Max(64) int threads();

    /** How long somebody waits for a decoder before being told to come back (503). */
    @WithDefault("10s")
    Duration patience();
}
