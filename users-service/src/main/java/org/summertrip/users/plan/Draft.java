package org.summertrip.users.plan;

import java.util.List;

/** What the planner came up with. */
record Draft(List<Placed> placed, List<Unplaced> unplaced) {
    Draft {
        placed = List.copyOf(placed);
        unplaced = List.copyOf(unplaced);
    }

    /** Something that has a time. */
    record Placed(Candidate candidate, Slot slot) {
        /** Whether the time was given rather than found. */
        boolean fixed() {
            return edited() || candidate.scheduledAt() != null;
        }

        boolean edited() {
            return candidate.edited() != null;
        }
    }

    /** Something that has none. */
    record Unplaced(Candidate candidate, Reason reason) {}
}
