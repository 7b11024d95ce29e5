package org.summertrip.messaging.erasure;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * What a feature holds of a person and can forget. A bean per kind of thing, those with the higher
 * {@link jakarta.annotation.Priority} first: whoever loses their place in conversations first writes nothing new meanwhile.
 */
public interface Erasable {
    /** What it is, in the receipt: {@code messages}. */
    String what();

    /**
     * Forgets all of it and tells how much there was. May be interrupted at any point and is then called again: what leads to
     * the rest goes last.
     */
    Uni<Long> erase(UUID userId);
}
