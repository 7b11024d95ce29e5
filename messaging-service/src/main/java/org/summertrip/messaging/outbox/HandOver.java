package org.summertrip.messaging.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Takes what the outbox lets out for people. A row is forgotten only when everybody has taken it, so each must bear being given
 * the same again: by a replica that takes over, not because another taker failed. A bean per concern, those with the higher {@link jakarta.annotation.Priority} first.
 */
public interface HandOver {
    /** Takes these, in this order. Only an outage may fail: it is tried again until it succeeds. */
    Uni<Void> take(List<Push> pushes);
}
