package org.summertrip.graph.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlgorithmsTest {
    @Test
    void findsTheTwoHalvesOfABarbell() {
        EdgeList edges = new EdgeList();
        clique(edges, 0, 5);
        clique(edges, 5, 5);
        edges.add(4, 5);

        int[] communities = Louvain.communities(Adjacency.undirected(10, edges));

        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, communities);
    }

    /** The modularity of Zachary's karate club at its best partition is 0.4198; Louvain's comes close to it. */
    @Test
    void comesCloseToTheBestPartitionOfZacharysClub() {
        int[][] friends = {
            {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31},
            {2, 3, 7, 13, 17, 19, 21, 30},
            {3, 7, 8, 9, 13, 27, 28, 32},
            {7, 12, 13},
            {6, 10},
            {6, 10, 16},
            {16},
            {},
            {30, 32, 33},
            {33},
            {},
            {},
            {},
            {33},
            {32, 33},
            {32, 33},
            {},
            {},
            {32, 33},
            {33},
            {32, 33},
            {},
            {32, 33},
            {25, 27, 29, 32, 33},
            {25, 27, 31},
            {31},
            {29, 33},
            {33},
            {31, 33},
            {32, 33},
            {32, 33},
            {32, 33},
            {33},
            {}
        };
        EdgeList edges = new EdgeList();
        for (int one = 0; one < friends.length; one++) {
            for (int other : friends[one]) {
                edges.add(one, other);
            }
        }
        assertEquals(78, edges.size());
        Adjacency club = Adjacency.undirected(34, edges);

        int[] communities = Louvain.communities(club);

        double modularity = Louvain.modularity(club, communities);
        assertTrue(modularity > 0.40 && modularity < 0.4199, "modularity " + modularity);
        assertNotEquals(communities[0], communities[33], "the two who fell out");
    }

    @Test
    void findsPlantedCommunitiesAmongNoise() {
        Random random = new Random(7);
        EdgeList edges = new EdgeList();
        int size = 50;
        int groups = 20;
        for (int one = 0; one < size * groups; one++) {
            for (int i = 0; i < 8; i++) {
                edges.add(one, one / size * size + random.nextInt(size));
            }
            edges.add(one, random.nextInt(size * groups));
        }

        int[] communities = Louvain.communities(Adjacency.undirected(size * groups, edges));

        assertEquals(groups, Arrays.stream(communities).distinct().count());
        for (int one = 0; one < size * groups; one++) {
            assertEquals(communities[one / size * size], communities[one]);
        }
    }

    @Test
    void leavesPeopleWithoutFriendsAlone() {
        Adjacency nobody = Adjacency.undirected(3, new EdgeList());

        assertArrayEquals(new int[] {0, 1, 2}, Louvain.communities(nobody));
        assertEquals(0.0, Louvain.modularity(nobody, new int[] {0, 1, 2}));
        assertArrayEquals(new int[0], Louvain.communities(Adjacency.undirected(0, new EdgeList())));
        assertArrayEquals(new double[] {1, 1, 1}, PageRank.of(nobody).scores(), 1e-6);
        assertEquals(0, PageRank.of(Adjacency.undirected(0, new EdgeList())).scores().length);
    }

    /** Three pages, each with what is known of it in closed form: a and b follow c, c follows a. */
    @Test
    void ranksAsTheEquationsSay() {
        EdgeList follows = new EdgeList();
        follows.add(0, 2);
        follows.add(1, 2);
        follows.add(2, 0);

        double[] scores =
                PageRank.of(Adjacency.mixed(3, new EdgeList(), follows)).scores();

        assertEquals(0.15, scores[1], 1e-5);
        assertEquals(0.15 + 0.85 * scores[2], scores[0], 1e-5);
        assertEquals(0.15 + 0.85 * (scores[0] + scores[1]), scores[2], 1e-5);
        assertEquals(3, Arrays.stream(scores).sum(), 1e-5);
    }

    @Test
    void ranksTheMiddleOfAStarHighest() {
        EdgeList star = new EdgeList();
        for (int point = 1; point < 10; point++) {
            star.add(0, point);
        }

        double[] scores = PageRank.of(Adjacency.undirected(10, star)).scores();

        assertEquals(scores[0], Arrays.stream(scores).max().orElseThrow());
        assertEquals(scores[1], scores[9], 1e-9);
        assertEquals(10, Arrays.stream(scores).sum(), 1e-5);
    }

    private static void clique(EdgeList edges, int first, int size) {
        for (int one = first; one < first + size; one++) {
            for (int other = one + 1; other < first + size; other++) {
                edges.add(one, other);
            }
        }
    }
}
