package org.summertrip.messaging.export;

import io.smallrye.mutiny.Multi;
import java.util.UUID;

/** What a feature holds of a person and can hand out. A bean per kind of thing. */
public interface Exportable {
    /** The name of the list in the export: {@code messages}. */
    String what();

    /** All of it, fetched as it is asked for. */
    Multi<?> of(UUID userId);
}
