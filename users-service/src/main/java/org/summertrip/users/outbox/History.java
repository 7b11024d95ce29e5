package org.summertrip.users.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;

/** A part of what is so now, told as the events that would make it so. The parts come in the order of their priority. */
public interface History {
    /** Before every id. */
    UUID FIRST = new UUID(0, 0);

    /**
     * The next events of this part.
     *
     * @param last the event that the part has come to, null for its beginning
     * @return at most as many as wanted; none at the end
     */
    Uni<List<CloudEvent>> after(CloudEvent last, int limit);
}
