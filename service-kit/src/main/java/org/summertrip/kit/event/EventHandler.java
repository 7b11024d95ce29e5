package org.summertrip.kit.event;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Something that a service does when a fact of another service reaches it. A bean per concern. */
public interface EventHandler {
    /** The event types that it wants. */
    Set<String> types();

    /**
     * Takes the fact in. Must bear being called again with an event that it has seen, and with events of one subject out of
     * order after a replica was lost. A failure means: try again.
     */
    Uni<Void> handle(CloudEvent event);
}
