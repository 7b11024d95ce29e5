package org.summertrip.users.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The days of a trip where it takes place. Nothing is planned between 22:00 and 06:00. */
record Days(ZoneId zone, LocalDate first, LocalDate last) {
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime BREAKFAST_IS_OVER = LocalTime.of(9, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    /** These days as far as they are days of the trip, whose bounds may be open. */
    Days within(LocalDate startsOn, LocalDate endsOn) {
        return new Days(
                zone,
                startsOn == null || first.isAfter(startsOn) ? first : startsOn,
                endsOn == null || last.isBefore(endsOn) ? last : endsOn);
    }

    boolean isEmpty() {
        return last.isBefore(first);
    }

    /** What of each day may be planned at all. */
    List<Slot> wakingHours() {
        return dates().map(date -> hours(date, MORNING)).toList();
    }

    /** What of each day is planned first: nobody on holiday wants to start at six. */
    List<Slot> pleasantHours() {
        return dates().map(date -> hours(date, BREAKFAST_IS_OVER)).toList();
    }

    /** The waking hours of the day that this moment belongs to; empty when that day is not among these. */
    Optional<Slot> wakingHours(Instant moment) {
        LocalDate date = moment.atZone(zone).toLocalDate();
        return date.isBefore(first) || date.isAfter(last) ? Optional.empty() : Optional.of(hours(date, MORNING));
    }

    private Stream<LocalDate> dates() {
        return isEmpty() ? Stream.empty() : first.datesUntil(last.plusDays(1));
    }

    private Slot hours(LocalDate date, LocalTime from) {
        return new Slot(
                date.atTime(from).atZone(zone).toInstant(),
                date.atTime(NIGHT).atZone(zone).toInstant());
    }
}
