package org.summertrip.graph.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The graph as it was read: people by number, in the order in which they came. */
final class Population {
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> formerCommunities = new ArrayList<>();
    private final EdgeList friendships = new EdgeList();
    private final EdgeList follows = new EdgeList();

    /**
     * Adds somebody.
     *
     * @param key what edges call this person
     * @param community where the last analysis put this person, or null
     */
    void add(int key, String id, String community) {
        numbers.put(key, ids.size());
        ids.add(id);
        formerCommunities.add(community);
    }

    /** Both by the key of the edges; numbers are given when everybody is known. */
    void addFriendship(int one, int other) {
        friendships.add(one, other);
    }

    void addFollow(int from, int to) {
        follows.add(from, to);
    }

    /** Calls the ends of edges by number; whoever came or went while the graph was read is left for the next time. */
    Population numbered() {
        friendships.rename(key -> numbers.getOrDefault(key, EdgeList.NOBODY));
        follows.rename(key -> numbers.getOrDefault(key, EdgeList.NOBODY));
        return this;
    }

    /** The last one added, or the beginning of all ids. */
    String lastId() {
        return ids.isEmpty() ? "" : ids.get(ids.size() - 1);
    }

    int size() {
        return ids.size();
    }

    String id(int number) {
        return ids.get(number);
    }

    String formerCommunity(int number) {
        return formerCommunities.get(number);
    }

    EdgeList friendships() {
        return friendships;
    }

    EdgeList follows() {
        return follows;
    }
}
