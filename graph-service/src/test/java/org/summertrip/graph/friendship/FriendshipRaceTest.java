package org.summertrip.graph.friendship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;
import org.summertrip.kit.testing.Tokens;

/** What happens when people act at the same moment. */
@QuarkusTest
@GraphStores
class FriendshipRaceTest {
    private final World world;
    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource
    URI root;

    FriendshipRaceTest(World world) {
        this.world = world;
    }

    @Test
    void makesFriendsOnceOfTwoWhoAskEachOtherAtOnce() {
        List<UUID> people = world.people(400);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < people.size(); i += 2) {
            answers.add(ask(people.get(i), people.get(i + 1)));
            answers.add(ask(people.get(i + 1), people.get(i)));
        }

        Map<Integer, Long> statuses = statuses(answers);

        assertEquals(Map.of(201, 200L, 200, 200L), statuses);
        for (int i = 0; i < people.size(); i += 2) {
            assertEquals(1, world.friendEdges(people.get(i), people.get(i + 1)));
            assertEquals(0, world.requestEdges(people.get(i), people.get(i + 1)));
        }
    }

    @Test
    void makesOneRequestOfTwentyAtOnce() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(ask(ana, ben));
        }

        assertEquals(Map.of(201, 1L, 200, 19L), statuses(answers));
        assertEquals(1, world.requestEdges(ana, ben));
        world.ask(ben, ana);
        world.awaitTold("friend.accepted", ben);
        assertEquals(1, world.told("friend.requested", ana).size());
    }

    @Test
    void endsInOneStateWhereManyDoEverythingAtOnce() {
        List<UUID> people = world.people(4);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            for (UUID one : people) {
                for (UUID other : people) {
                    if (!one.equals(other)) {
                        answers.add(ask(one, other));
                        answers.add(send(one, "POST", "/friends/requests/" + other + "/accept", null));
                        answers.add(send(
                                one, "DELETE", (round % 2 == 0 ? "/friends/" : "/friends/requests/") + other, null));
                    }
                }
            }
        }

        Map<Integer, Long> statuses = statuses(answers);

        assertTrue(List.of(200, 201, 204, 404, 409).containsAll(statuses.keySet()), statuses.toString());
        for (UUID one : people) {
            for (UUID other : people) {
                long edges = world.friendEdges(one, other) + world.requestEdges(one, other);
                assertTrue(edges <= 1, "never both, never two: " + edges);
            }
        }
    }

    @Test
    void leavesNothingOfSomebodyWhoIsErasedWhileBeingAsked() {
        UUID ana = world.person("Ana");
        List<UUID> others = world.people(20);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        others.forEach(other -> answers.add(ask(other, ana)));
        world.tell("user.erased", ana, Map.of("id", ana));
        others.forEach(other -> answers.add(ask(ana, other)));

        Map<Integer, Long> statuses = statuses(answers);
        world.settle();

        assertTrue(List.of(200, 201, 404, 401).containsAll(statuses.keySet()), statuses.toString());
        assertEquals(List.of(), world.rows("MATCH (u:User {id: $id}) RETURN u", "id", ana.toString()));
        assertEquals(404, world.ask(others.get(0), ana));
        assertEquals(401, world.ask(ana, others.get(0)));
    }

    private CompletableFuture<HttpResponse<String>> ask(UUID from, UUID to) {
        return send(from, "POST", "/friends/requests", "{\"userId\":\"" + to + "\"}");
    }

    private CompletableFuture<HttpResponse<String>> send(UUID from, String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + Tokens.user(from))
                .header("Content-Type", "application/json")
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private static Map<Integer, Long> statuses(List<CompletableFuture<HttpResponse<String>>> answers) {
        return answers.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
    }
}
