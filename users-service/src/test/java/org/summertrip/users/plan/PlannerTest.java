package org.summertrip.users.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.summertrip.users.plan.Draft.Placed;
import org.summertrip.users.plan.Draft.Unplaced;

class PlannerTest {
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Lisbon", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe");

    /** A random trip, also over the days when clocks change. The seed names it in a failure. */
    record Trip(long seed, Days days, List<Candidate> candidates) {
        static Trip of(long seed) {
            Random random = new Random(seed);
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            LocalDate first =
                    LocalDate.of(2027, random.nextBoolean() ? 3 : 10, 1).plusDays(random.nextInt(31));
            Days days = new Days(zone, first, first.plusDays(random.nextInt(5)));
            List<Candidate> candidates = new ArrayList<>();
            for (int i = random.nextInt(30); i > 0; i--) {
                Duration length = random.nextInt(4) == 0 ? null : Duration.ofMinutes(15 * (1 + random.nextInt(40)));
                Instant fixed = random.nextInt(4) != 0 ? null : moment(random, days);
                candidates.add(candidate(random, fixed, length, null));
            }
            addEdited(random, days, candidates);
            Collections.shuffle(candidates, random);
            return new Trip(seed, days, candidates);
        }

        private static Instant moment(Random random, Days days) {
            return days.first()
                    .minusDays(1)
                    .atStartOfDay(days.zone())
                    .toInstant()
                    .plus(Duration.ofMinutes(15L * random.nextInt(96 * 7)));
        }

        private static Candidate candidate(Random random, Instant fixed, Duration length, Slot edited) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            return new Candidate(id, "t", 1 + random.nextInt(4), random.nextInt(2), fixed, length, edited);
        }

        /** Two edited items at most, of which the API guarantees that they are awake and apart. */
        private static void addEdited(Random random, Days days, List<Candidate> candidates) {
            List<Slot> hours = days.wakingHours();
            for (int i = random.nextInt(Math.min(2, hours.size()) + 1); i > 0; i--) {
                Instant start = hours.get(i - 1).startsAt().plus(Duration.ofHours(random.nextInt(10)));
                candidates.add(candidate(random, null, null, Slot.of(start, Duration.ofHours(2))));
            }
        }

        Draft plan() {
            return Planner.plan(candidates, days);
        }

        @Override
        public String toString() {
            return "seed " + seed + " " + days + " " + candidates.size() + " candidates";
        }
    }

    static List<Trip> trips() {
        return java.util.stream.LongStream.range(0, 400).mapToObj(Trip::of).toList();
    }

    @ParameterizedTest
    @MethodSource("trips")
    void planNothingAtOnceOrAtNightOrOnOtherDays(Trip trip) {
        List<Placed> placed = trip.plan().placed();
        for (int i = 0; i < placed.size(); i++) {
            Slot slot = placed.get(i).slot();
            ZonedDateTime start = slot.startsAt().atZone(trip.days().zone());
            ZonedDateTime end = slot.endsAt().atZone(trip.days().zone());
            assertFalse(start.toLocalTime().isBefore(LocalTime.of(6, 0)), slot.toString());
            assertFalse(end.toLocalTime().isAfter(LocalTime.of(22, 0)), slot.toString());
            assertEquals(start.toLocalDate(), end.toLocalDate());
            assertFalse(start.toLocalDate().isBefore(trip.days().first()));
            assertFalse(start.toLocalDate().isAfter(trip.days().last()));
            assertTrue(i == 0 || !placed.get(i - 1).slot().endsAt().isAfter(slot.startsAt()), slot.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("trips")
    void giveEverythingATimeOrAReasonAndKeepFixedTimes(Trip trip) {
        Draft draft = trip.plan();
        assertEquals(
                trip.candidates().size(),
                draft.placed().size() + draft.unplaced().size());
        for (Placed item : draft.placed()) {
            Candidate candidate = item.candidate();
            if (candidate.edited() != null) {
                assertEquals(candidate.edited(), item.slot());
            } else if (candidate.scheduledAt() != null) {
                assertEquals(candidate.scheduledAt(), item.slot().startsAt());
            }
            if (candidate.edited() == null && candidate.duration() != null) {
                assertEquals(
                        candidate.duration(),
                        Duration.between(item.slot().startsAt(), item.slot().endsAt()));
            }
        }
        assertTrue(draft.unplaced().stream().noneMatch(item -> item.candidate().edited() != null));
    }

    @ParameterizedTest
    @MethodSource("trips")
    void comeOutTheSameInWhateverOrderTheVotesAreRead(Trip trip) {
        List<Candidate> shuffled = new ArrayList<>(trip.candidates());
        Collections.shuffle(shuffled, new Random(trip.seed() + 1));
        assertEquals(trip.plan(), Planner.plan(shuffled, trip.days()));
    }

    @ParameterizedTest
    @MethodSource("trips")
    void leaveOutOnlyWhatFindsNoGap(Trip trip) {
        Draft draft = trip.plan();
        for (Unplaced item : draft.unplaced()) {
            if (item.reason() == Reason.NO_ROOM) {
                Duration length = item.candidate().duration() == null
                        ? Planner.USUAL
                        : item.candidate().duration();
                assertTrue(longestGap(draft, trip.days()).compareTo(length) < 0, item.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("trips")
    void letTheMostLikedChooseFirst(Trip trip) {
        List<Candidate> free = trip.candidates().stream()
                .filter(candidate -> candidate.edited() == null && candidate.scheduledAt() == null)
                .sorted(Candidate.BY_RANK)
                .toList();
        if (free.isEmpty()) {
            return;
        }
        Candidate first = free.get(0);
        List<Candidate> without = new ArrayList<>(trip.candidates());
        without.removeAll(free.subList(1, free.size()));
        assertEquals(slotOf(Planner.plan(without, trip.days()), first), slotOf(trip.plan(), first));
    }

    @Test
    void startsAfterBreakfastUnlessTheDayIsFull() {
        Days day = new Days(ZoneId.of("Europe/Lisbon"), LocalDate.of(2027, 9, 3), LocalDate.of(2027, 9, 3));
        Candidate all = liked(5, null, Duration.ofHours(13));
        Candidate early = liked(4, null, Duration.ofHours(3));
        Candidate tooMuch = liked(3, null, Duration.ofMinutes(1));
        Draft draft = Planner.plan(List.of(tooMuch, early, all), day);
        assertEquals(Instant.parse("2027-09-03T08:00:00Z"), slotOf(draft, all).startsAt());
        assertEquals(Instant.parse("2027-09-03T05:00:00Z"), slotOf(draft, early).startsAt());
        assertEquals(
                List.of(Reason.NO_ROOM),
                draft.unplaced().stream().map(Unplaced::reason).toList());
    }

    @Test
    void saysWhySomethingHasNoTime() {
        Days day = new Days(ZoneId.of("Europe/Lisbon"), LocalDate.of(2027, 9, 3), LocalDate.of(2027, 9, 3));
        Candidate concert = liked(9, "2027-09-03T18:00:00Z", Duration.ofHours(2));
        Candidate clash = liked(8, "2027-09-03T19:00:00Z", null);
        Candidate party = liked(7, "2027-09-03T21:30:00Z", Duration.ofHours(2));
        Candidate dinner = liked(6, "2027-09-03T20:00:00Z", null);
        Candidate earlier = liked(5, "2027-09-01T10:00:00Z", null);
        Candidate hike = liked(4, null, Duration.ofHours(17));
        Draft draft = Planner.plan(List.of(hike, earlier, dinner, party, clash, concert), day);
        assertEquals(
                List.of(Reason.OVERLAP, Reason.NIGHT, Reason.OUTSIDE_DATES, Reason.TOO_LONG),
                draft.unplaced().stream().map(Unplaced::reason).toList());
        assertEquals(
                Instant.parse("2027-09-03T21:00:00Z"), slotOf(draft, dinner).endsAt());
    }

    @Test
    void plansNothingWhereThereIsNoDay() {
        Days none = new Days(ZoneId.of("UTC"), LocalDate.of(2027, 9, 3), LocalDate.of(2027, 9, 9))
                .within(LocalDate.of(2027, 10, 1), null);
        Draft draft = Planner.plan(List.of(liked(1, null, null)), none);
        assertEquals(List.of(), draft.placed());
        assertEquals(Reason.OUTSIDE_DATES, draft.unplaced().get(0).reason());
    }

    private static Candidate liked(long likes, String at, Duration length) {
        return new Candidate(UUID.randomUUID(), "t", likes, 0, at == null ? null : Instant.parse(at), length, null);
    }

    private static Slot slotOf(Draft draft, Candidate candidate) {
        return draft.placed().stream()
                .filter(item -> item.candidate().equals(candidate))
                .map(Placed::slot)
                .findFirst()
                .orElse(null);
    }

    private static Duration longestGap(Draft draft, Days days) {
        Duration longest = Duration.ZERO;
        for (Slot day : days.wakingHours()) {
            Instant from = day.startsAt();
            for (Placed item : draft.placed()) {
                if (item.slot().overlaps(day)) {
                    longest = max(longest, Duration.between(from, item.slot().startsAt()));
                    from = item.slot().endsAt();
                }
            }
            longest = max(longest, Duration.between(from, day.endsAt()));
        }
        return longest;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
