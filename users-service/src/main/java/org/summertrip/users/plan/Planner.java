package org.summertrip.users.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.summertrip.users.plan.Draft.Placed;
import org.summertrip.users.plan.Draft.Unplaced;

/**
 * Makes a plan: what people put somewhere by hand stays there, what has a fixed time keeps it, and the rest gets the earliest
 * gap that is long enough, the most liked first. A pure function of its arguments: the same votes give the same plan. Filling
 * the days as well as possible would be a knapsack whose results nobody could explain; "the most liked chooses first" can be.
 */
final class Planner {
    /** How long something takes when nobody said. */
    static final Duration USUAL = Duration.ofHours(2);

    static final Duration LONGEST = Duration.ofHours(16);

    private final Days days;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Unplaced> unplaced = new ArrayList<>();

    private Planner(Days days) {
        this.days = days;
    }

    static Draft plan(List<Candidate> candidates, Days days) {
        Planner planner = new Planner(days);
        List<Candidate> ranked = candidates.stream().sorted(Candidate.BY_RANK).toList();
        Predicate<Candidate> edited = candidate -> candidate.edited() != null;
        Predicate<Candidate> scheduled = candidate -> candidate.scheduledAt() != null;
        ranked.stream().filter(edited).forEach(planner::keep);
        ranked.stream().filter(edited.negate().and(scheduled)).forEach(planner::fix);
        ranked.stream().filter(edited.or(scheduled).negate()).forEach(planner::fit);
        planner.placed.sort(Comparator.comparing(item -> item.slot().startsAt()));
        return new Draft(planner.placed, planner.unplaced);
    }

    private void keep(Candidate candidate) {
        placed.add(new Placed(candidate, candidate.edited()));
    }

    private void fix(Candidate candidate) {
        Optional<Slot> hours = days.wakingHours(candidate.scheduledAt());
        if (hours.isEmpty()) {
            unplaced.add(new Unplaced(candidate, Reason.OUTSIDE_DATES));
            return;
        }
        Slot slot = Slot.of(candidate.scheduledAt(), length(candidate, hours.get()));
        if (!slot.lies(hours.get())) {
            unplaced.add(new Unplaced(candidate, Reason.NIGHT));
        } else if (isTaken(slot)) {
            unplaced.add(new Unplaced(candidate, Reason.OVERLAP));
        } else {
            placed.add(new Placed(candidate, slot));
        }
    }

    /** A dinner at half past eight whose end nobody gave ends at ten rather than being refused. */
    private static Duration length(Candidate candidate, Slot hours) {
        if (candidate.duration() != null) {
            return candidate.duration();
        }
        Duration untilNight = Duration.between(candidate.scheduledAt(), hours.endsAt());
        boolean shorter = !untilNight.isNegative() && !untilNight.isZero() && untilNight.compareTo(USUAL) < 0;
        return shorter ? untilNight : USUAL;
    }

    private void fit(Candidate candidate) {
        Duration length = candidate.duration() == null ? USUAL : candidate.duration();
        Optional<Slot> gap = gap(days.pleasantHours(), length).or(() -> gap(days.wakingHours(), length));
        if (gap.isPresent()) {
            placed.add(new Placed(candidate, gap.get()));
        } else {
            unplaced.add(new Unplaced(candidate, reason(length)));
        }
    }

    private Reason reason(Duration length) {
        if (days.isEmpty()) {
            return Reason.OUTSIDE_DATES;
        }
        return length.compareTo(LONGEST) > 0 ? Reason.TOO_LONG : Reason.NO_ROOM;
    }

    private Optional<Slot> gap(List<Slot> hours, Duration length) {
        List<Slot> taken = placed.stream()
                .map(Placed::slot)
                .sorted(Comparator.comparing(Slot::startsAt))
                .toList();
        return hours.stream().flatMap(day -> gap(day, taken, length).stream()).findFirst();
    }

    private static Optional<Slot> gap(Slot day, List<Slot> taken, Duration length) {
        Instant start = day.startsAt();
        for (Slot other : taken) {
            if (Slot.of(start, length).overlaps(other)) {
                start = other.endsAt();
            }
        }
        Slot found = Slot.of(start, length);
        return found.lies(day) ? Optional.of(found) : Optional.empty();
    }

    private boolean isTaken(Slot slot) {
        return placed.stream().anyMatch(other -> other.slot().overlaps(slot));
    }
}
