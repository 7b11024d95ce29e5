package org.summertrip.sampledata;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Idempotency keys that come out the same in every run of the same world, so that a run after an interrupted one makes
 * nothing twice. The content takes part: another world with this seed must get keys of its own instead of a 422.
 */
record Keys(long seed) {

    String of(String kind, Object... content) {
        var text = new StringBuilder(kind);
        for (Object part : content) {
            text.append('\n').append(part);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return "sample-%d-%s-%s".formatted(seed, kind, UUID.nameUUIDFromBytes(bytes));
    }
}
