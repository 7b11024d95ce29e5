package org.summertrip.graph.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The graph as it was read: people by number, in the order in which they came. */
final class Population {
    private final Map<Long, Integer> numbers = new HashMap<>();
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
    void add(long key, String id, String community) {
        numbers.put(key, ids.size());
        ids.add(id);
        formerCommunities.add(community);
    }

    void addFriendship(long one, long other) {
        add(friendships, one, other);
    }

    void addFollow(long from, long to) {
        add(follows, from, to);
    }

    /** Who came after people were read is left for the next time. */
    private void add(EdgeList edges, long one, long other) {
        Integer from = numbers.get(one);
        Integer to = numbers.get(other);
        if (from != null && to != null) {
            edges.add(from, to);
        }
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
