package org.summertrip.files.outbox;

import io.smallrye.mutiny.Uni;

/** Whoever knows the facts that announcements are about. */
public interface Witness {
    /** Whether what is announced has come true. */
    Uni<Boolean> hasSeen(Announcement announcement);

    /** Finishes what belongs to the fact and need not have been done when it became true. May be called again. */
    Uni<Void> followUp(Announcement announcement);

    /** Removes what was prepared for a fact that never came about. May be called again. */
    Uni<Void> undo(Announcement announcement);
}
