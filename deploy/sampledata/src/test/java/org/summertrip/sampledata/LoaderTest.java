package org.summertrip.sampledata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoaderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final World WORLD = World.generate(1, 12, LocalDate.of(2026, 11, 21));
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final StandIn api = new StandIn();

    LoaderTest() throws IOException {}

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void loadsAllOfTheWorldInSpiteOfTheMoodsOfTheApi() {
        boolean loaded = loader("beach-towel").load();

        assertTrue(loaded);
        assertEquals(WORLD.people().size(), api.idByEmail.size());
        assertEquals(WORLD.trips().size(), api.count("group"));
        for (Friendship friendship : WORLD.friendships()) {
            String from = id(friendship.from());
            String to = id(friendship.to());
            assertTrue(api.friendships.contains(from + " " + to));
            assertEquals(friendship.accepted(), api.friendships.contains(to + " accepts " + from));
        }
    }

    @Test
    void letsEverybodyJoinAndSpeakInTurn() {
        loader("beach-towel").load();

        int seats =
                WORLD.trips().stream().mapToInt(trip -> trip.members().size()).sum();
        assertEquals(
                seats,
                api.members.values().stream()
                        .mapToInt(members -> members.size())
                        .sum());
        for (Trip trip : WORLD.trips()) {
            var said =
                    trip.conversation().stream().map(ConversationLine::content).toList();
            var inOrder = api.messages.stream().filter(said::contains).toList();
            assertEquals(said, inOrder);
        }
    }

    @Test
    void letsEverybodyProposeAndVoteAndMakesThePlan() {
        loader("beach-towel").load();

        List<Idea> ideas =
                WORLD.trips().stream().flatMap(trip -> trip.ideas().stream()).toList();
        assertEquals(ideas.size(), api.count("activity"));
        assertEquals(
                ideas.stream()
                        .mapToInt(idea -> idea.fans().size() + idea.critics().size())
                        .sum(),
                api.votes.size());
        assertEquals(WORLD.trips().size(), api.plans.size());
    }

    @Test
    void uploadsPicturesAsTheyWerePainted() {
        loader("beach-towel").load();

        for (Trip trip : WORLD.trips()) {
            for (Photo photo : trip.photos()) {
                assertArrayEquals(photo.png(), api.files.get(id(photo.owner()) + " " + photo.filename()));
            }
        }
    }

    @Test
    void makesNothingTwice() {
        loader("beach-towel").load();
        int things = api.made.size();

        boolean again = loader("beach-towel").load();

        assertFalse(again);
        assertEquals(things, api.made.size());
    }

    @Test
    void finishesAnInterruptedRunWithoutMakingAnythingTwice() {
        loader("beach-towel").load();
        int things = api.made.size();
        api.files.keySet().removeIf(name -> name.contains("sample-world-"));

        boolean again = loader("beach-towel").load();

        assertTrue(again);
        assertEquals(things, api.made.size());
    }

    @Test
    void saysThatThePasswordIsAnother() {
        loader("beach-towel").load();

        var mishap =
                assertThrows(LoadException.class, () -> loader("sun-screen").load());

        assertTrue(mishap.getMessage().contains("--password"), mishap.getMessage());
    }

    @Test
    void saysWhatWasRefused() {
        var gateway = new Gateway(api.address(), Duration.ZERO);

        var mishap =
                assertThrows(LoadException.class, () -> new Loader(WORLD, gateway, "beach-towel", lines::add).load());

        assertTrue(mishap.getMessage().startsWith("POST /auth/login answers 503 instead of"), mishap.getMessage());
    }

    @Test
    void tellsAboutEveryStep() {
        loader("beach-towel").load();

        assertTrue(lines.stream().anyMatch(line -> line.startsWith("people          12/12 ")), lines.toString());
        for (String step : List.of("friendships", "trips", "plans", "conversations", "chats", "photos")) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(step)), step);
        }
    }

    private Loader loader(String password) {
        return new Loader(WORLD, new Gateway(api.address(), PATIENCE), password, lines::add);
    }

    private String id(Person person) {
        return api.idByEmail.get(person.email());
    }
}
