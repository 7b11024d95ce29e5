package org.summertrip.sampledata;

import java.time.LocalDate;
import java.util.List;

/**
 * People, and what they have to do with each other. The same seed, size and date give the same world, to the letter and
 * to the pixel: a screenshot, a bug report and a load test may speak of the same Ana.
 *
 * <p>It is coherent: a trip's owner knows the others or somebody who does, only members speak in a trip's conversation
 * and share pictures with it, and only friends chat.
 */
public record World(
        long seed, List<Person> people, List<Friendship> friendships, List<Trip> trips, List<DirectChat> chats) {

    public static final int SMALLEST = 8;

    public World {
        people = List.copyOf(people);
        friendships = List.copyOf(friendships);
        trips = List.copyOf(trips);
        chats = List.copyOf(chats);
    }

    /**
     * @param size how many people; everything else grows with it
     * @param today all trips lie after it
     */
    public static World generate(long seed, int size, LocalDate today) {
        if (size < SMALLEST) {
            throw new IllegalArgumentException("a world needs at least " + SMALLEST + " people, not " + size);
        }
        return new Genesis(seed, size, today).world();
    }

    public boolean areFriends(Person one, Person other) {
        return friendships.stream().anyMatch(friendship -> friendship.accepted() && friendship.connects(one, other));
    }
}
