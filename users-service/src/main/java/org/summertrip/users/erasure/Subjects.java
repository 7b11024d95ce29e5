package org.summertrip.users.erasure;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.summertrip.kit.secret.Seal;

/** What an erased account is known by: a keyed digest, which answers "was this id erased?" and nothing else. */
@Singleton
class Subjects {
    private final Seal seal;

    Subjects(Seal seal) {
        this.seal = seal;
    }

    String of(UUID userId) {
        return HexFormat.of().formatHex(seal.digest("erasure", userId.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
