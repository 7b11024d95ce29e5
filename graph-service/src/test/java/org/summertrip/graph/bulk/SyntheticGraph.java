package org.summertrip.graph.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * People as they befriend each other: mostly friends of friends and neighbours of their own circle, now and then somebody
 * famous from anywhere. That gives circles, triangles and a few people with very many friends. The same seed gives the same
 * graph.
 */
final class SyntheticGraph {
    private static final double FRIEND_OF_FRIEND = 0.45;
    private static final double SAME_CIRCLE = 0.35;
    private static final int MOST_FRIENDS = 3000;
    private static final int LONGEST_TRIP = 12;

    private final Random random;
    private final int[][] friends;
    private final int[] degree;
    private final int[] circleOf;
    private final List<int[]> circles = new ArrayList<>();
    private int friendships;

    SyntheticGraph(int people, int wanted, long seed) {
        random = new Random(seed);
        friends = new int[people][8];
        degree = new int[people];
        circleOf = new int[people];
        formCircles(people);
        for (long tries = 0; friendships < wanted && tries < 20L * wanted; tries++) {
            meet();
        }
    }

    int people() {
        return degree.length;
    }

    int friendships() {
        return friendships;
    }

    int[] friendsOf(int person) {
        return Arrays.copyOf(friends[person], degree[person]);
    }

    /** Trips, about one for every eight people: a host, some of the host's friends, and whom one of them brings along. */
    List<int[]> trips() {
        List<int[]> trips = new ArrayList<>();
        while (trips.size() < people() / 8) {
            int host = random.nextInt(people());
            if (degree[host] > 0) {
                int[] party = random.ints(2L + random.nextInt(LONGEST_TRIP - 4), 0, degree[host])
                        .map(friend -> friends[host][friend])
                        .toArray();
                int stranger = friends[party[0]][random.nextInt(degree[party[0]])];
                trips.add(IntStream.concat(IntStream.of(host, stranger), Arrays.stream(party))
                        .distinct()
                        .toArray());
            }
        }
        return trips;
    }

    private void formCircles(int people) {
        for (int first = 0; first < people; ) {
            int size = Math.min(people - first, 30 + (int) Math.exp(random.nextGaussian() * 0.7 + 4));
            int[] circle = new int[size];
            for (int i = 0; i < size; i++) {
                circle[i] = first + i;
                circleOf[first + i] = circles.size();
            }
            circles.add(circle);
            first += size;
        }
    }

    private void meet() {
        int one = random.nextInt(people());
        double how = random.nextDouble();
        int other;
        if (how < FRIEND_OF_FRIEND && degree[one] > 0) {
            int between = friends[one][random.nextInt(degree[one])];
            other = friends[between][random.nextInt(degree[between])];
        } else if (how < FRIEND_OF_FRIEND + SAME_CIRCLE) {
            int[] circle = circles.get(circleOf[one]);
            other = circle[random.nextInt(circle.length)];
        } else {
            // the lower the number the more famous
            other = (int) (people() * Math.pow(random.nextDouble(), 4));
            other = (int) ((other * 2_654_435_761L & 0x7fffffffL) % people());
        }
        befriend(one, other);
    }

    private void befriend(int one, int other) {
        int fewer = degree[one] < degree[other] ? one : other;
        int more = fewer == one ? other : one;
        if (one == other || degree[more] >= MOST_FRIENDS || knows(fewer, more)) {
            return;
        }
        append(one, other);
        append(other, one);
        friendships++;
    }

    private boolean knows(int one, int other) {
        for (int i = 0; i < degree[one]; i++) {
            if (friends[one][i] == other) {
                return true;
            }
        }
        return false;
    }

    private void append(int one, int other) {
        if (degree[one] == friends[one].length) {
            friends[one] = Arrays.copyOf(friends[one], degree[one] * 2);
        }
        friends[one][degree[one]++] = other;
    }
}
