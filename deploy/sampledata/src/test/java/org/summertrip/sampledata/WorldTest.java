package org.summertrip.sampledata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final World world = World.generate(1, 24, TODAY);

    @Test
    void isTheSameForTheSameSeed() {
        assertEquals(world, World.generate(1, 24, TODAY));
    }

    @Test
    void isAnotherForAnotherSeed() {
        assertNotEquals(world.people(), World.generate(2, 24, TODAY).people());
    }

    @Test
    void hasWhatTheIssueAsksFor() {
        assertAll(
                () -> assertEquals(24, world.people().size()),
                () -> assertEquals(
                        40,
                        world.friendships().stream()
                                .filter(Friendship::accepted)
                                .count()),
                () -> assertEquals(6, world.trips().size()),
                () -> assertEquals(6, world.chats().size()),
                () -> assertTrue(world.trips().stream()
                        .allMatch(trip -> trip.conversation().size() >= 8)),
                () -> assertTrue(world.trips().stream()
                        .allMatch(trip -> trip.ideas().stream()
                                .allMatch(idea -> trip.members().containsAll(idea.fans())
                                        && trip.members().containsAll(idea.critics())))),
                () -> assertTrue(
                        world.trips().stream().allMatch(trip -> trip.photos().size() >= 2)));
    }

    @Test
    void beginsWithAnaAndLisbon() {
        Trip first = world.trips().get(0);

        assertEquals("Ana", world.people().get(0).firstName());
        assertEquals(world.people().get(0), first.owner());
        assertTrue(first.name().startsWith("Lisbon in "), first.name());
    }

    @Test
    void givesEverybodyAnAddressOfTheirOwn() {
        World crowded = World.generate(3, 2_000, TODAY);

        Set<String> addresses = crowded.people().stream().map(Person::email).collect(Collectors.toSet());

        assertEquals(2_000, addresses.size());
        assertTrue(addresses.stream().allMatch(address -> address.matches("[a-z]+\\.[a-z]+[0-9]*@example\\.org")));
    }

    @Test
    void befriendsNobodyTwiceOrWithThemselves() {
        Set<Set<Person>> pairs = new HashSet<>();

        for (Friendship friendship : world.friendships()) {
            assertNotEquals(friendship.from(), friendship.to());
            assertTrue(pairs.add(Set.of(friendship.from(), friendship.to())));
        }
    }

    @Test
    void sendsOnTripsWhoKnowsTheOwnerOrAFriendOfHers() {
        for (Trip trip : world.trips()) {
            assertTrue(trip.members().size() >= 4 && trip.members().size() <= 8, trip.toString());
            assertEquals(trip.members().size(), Set.copyOf(trip.members()).size());
            assertTrue(trip.maxMembers() >= trip.members().size());
            for (Person guest : trip.guests()) {
                assertTrue(
                        world.areFriends(trip.owner(), guest)
                                || world.people().stream()
                                        .anyMatch(between -> world.areFriends(trip.owner(), between)
                                                && world.areFriends(between, guest)),
                        guest + " on " + trip.name());
            }
        }
    }

    @Test
    void travelsInTheNextSummer() {
        for (LocalDate today = TODAY; today.isBefore(TODAY.plusYears(1)); today = today.plusDays(10)) {
            for (Trip trip : World.generate(1, 8, today).trips()) {
                assertTrue(trip.startsOn().isAfter(today));
                assertTrue(trip.endsOn().isAfter(trip.startsOn()));
                assertTrue(
                        trip.startsOn().getMonthValue() >= 5 && trip.startsOn().getMonthValue() <= 9);
            }
        }
    }

    @Test
    void letsOnlyMembersSpeakAndShare() {
        for (Trip trip : world.trips()) {
            assertTrue(
                    trip.conversation().stream().allMatch(line -> trip.members().contains(line.sender())));
            assertTrue(trip.photos().stream().allMatch(photo -> trip.members().contains(photo.owner())));
        }
    }

    @Test
    void letsOnlyFriendsChatAndOnlyOnce() {
        Set<Set<Person>> pairs = new HashSet<>();

        for (DirectChat chat : world.chats()) {
            assertTrue(world.areFriends(chat.starter(), chat.other()));
            assertTrue(pairs.add(Set.of(chat.starter(), chat.other())));
        }
    }

    @Test
    void leavesNoGapInTheText() {
        List<String> texts = world.trips().stream()
                .flatMap(trip -> trip.conversation().stream())
                .map(ConversationLine::content)
                .toList();

        assertFalse(texts.isEmpty());
        assertTrue(texts.stream().noneMatch(text -> text.isBlank() || text.contains("{") || text.length() > 4_000));
    }

    @Test
    void needsSomePeople() {
        assertThrows(IllegalArgumentException.class, () -> World.generate(1, 7, TODAY));
    }

    @Test
    void existsInEverySize() {
        for (int size = World.SMALLEST; size < 60; size++) {
            World any = World.generate(size, size, TODAY);

            assertEquals(size, any.people().size());
            assertTrue(any.trips().stream().allMatch(trip -> trip.members().size() >= 4), "size " + size);
        }
    }
}
