package org.summertrip.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summertrip.local.Suite;

/**
 * Two of everything. Behind the first gateway is the first replica of each service alone, so that a test knows who answers; behind the
 * second are both. What a test kills it brings back.
 */
@ExtendWith(RunningSuite.class)
class ReplicasIT {
    private static final int PAIRS = 20;
    private static final String CREATED = "message.created";

    private static SecondReplicas second;
    private static Door one;
    private static Door two;
    /** Passwords are slow to hash on purpose: these people are made once. */
    private static List<Traveller> crowd;

    @BeforeAll
    static void startTheSecond(Suite suite) throws Exception {
        second = SecondReplicas.start(suite);
        one = new Door(suite.gateway());
        two = new Door(second.gateway());
        crowd = AtOnce.by(4, AtOnce.times(2 * PAIRS, i -> Traveller.signUp(i % 2 == 0 ? one : two, "Crowd")));
    }

    @AfterAll
    static void stopTheSecond() {
        second.close();
    }

    @Test
    void bothReplicasOfEachServiceAnswer() {
        Map<String, String> lists = Map.of(
                "users-service", "/purchases",
                "messaging-service", "/conversations",
                "graph-service", "/follows",
                "files-service", "/files");
        for (String service : SecondReplicas.SERVICES) {
            String path = lists.get(service);
            Door first = second.both(service).get(0);
            Door other = second.both(service).get(1);
            long firstBefore = first.answered(path);
            long otherBefore = other.answered(path);

            JourneyIT.soon().until(() -> {
                AtOnce.by(4, AtOnce.times(20, i -> two.get(crowd.get(0), path).mustBe(200)));
                return first.answered(path) > firstBefore + 5 && other.answered(path) > otherBefore + 5;
            });
        }
    }

    @Test
    void whatOneReplicaWroteTheOtherReadsAtOnce() {
        Traveller ana = crowd.get(0);
        Traveller ben = crowd.get(1);
        Door users = second.door("users-service");
        Door messaging = second.door("messaging-service");
        Door graph = second.door("graph-service");
        Door files = second.door("files-service");
        Chat chat = Chat.between(one, ana, ben);
        for (int round = 0; round < 10; round++) {
            String trip = one.post(ana, "/groups", Map.of("name", "Lisbon"))
                    .mustBe(201)
                    .id();
            users.get(ana, "/groups/" + trip).mustBe(200);
            users.bare("DELETE", ana, "/groups/" + trip).mustBe(204);
            one.get(ana, "/groups/" + trip).mustBe(404);

            String there = chat.say(one, ana, "from the first");
            assertEquals(there, chat.newest(messaging, ben));
            String back = chat.say(messaging, ben, "from the second");
            assertEquals(back, chat.newest(one, ana));

            String file =
                    one.upload(ana, "note.txt", "note " + round).mustBe(201).id();
            assertEquals(
                    "note " + round,
                    files.get(ana, "/storage/download/" + file).mustBe(200).text());
            files.bare("DELETE", ana, "/files/" + file).mustBe(204);
            one.get(ana, "/files/" + file).mustBe(404);

            String leader = crowd.get(2 + round).id();
            JourneyIT.soon()
                    .until(() -> one.bare("PUT", ana, "/follows/" + leader).status() == 204);
            assertTrue(graph.get(ana, "/follows").mustBe(200).text().contains(leader));
            graph.bare("DELETE", ana, "/follows/" + leader).mustBe(204);
            assertFalse(one.get(ana, "/follows").mustBe(200).text().contains(leader));
        }
    }

    @Test
    void whatOneServiceToldBothReplicasOfTheOthersKnowWithinSeconds() {
        Traveller ana = crowd.get(0);
        Traveller ben = crowd.get(1);
        String trip =
                one.post(ana, "/groups", Map.of("name", "Lisbon")).mustBe(201).id();
        Door users = second.door("users-service");
        users.bare("POST", ben, "/groups/" + trip + "/join").mustBe(201);
        for (Door messaging : second.both("messaging-service")) {
            JourneyIT.soon().until(() -> messaging.get(ben, "/messages/" + trip).status() == 200);
        }
        for (Door graph : second.both("graph-service")) {
            JourneyIT.soon()
                    .until(() ->
                            graph.get(ana, "/graph/mutual/" + ben.id()).text().contains(trip));
        }
        for (Door files : second.both("files-service")) {
            JourneyIT.soon()
                    .until(() -> files.get(ben, "/files?groupId=" + trip).status() == 200);
        }
    }

    /** Of messages sent at the same moment none is the first; but whoever sends one after the other is heard in that order. */
    @Test
    void messagesThroughBothGatewaysReachBothSocketsOnceAndInOrder() throws Exception {
        Traveller ana = Traveller.signUp(one, "Ana");
        Traveller ben = Traveller.signUp(two, "Ben");
        Chat chat = Chat.between(one, ana, ben);
        try (Socket anas = Socket.identify(one.root(), ana);
                Socket bens = Socket.identify(two.root(), ben)) {
            List<List<String>> devices = AtOnce.all(AtOnce.times(10, device -> {
                Door door = device % 2 == 0 ? one : two;
                Traveller who = device % 4 < 2 ? ana : ben;
                return IntStream.range(0, 10)
                        .mapToObj(i -> chat.say(door, who, "message " + i))
                        .toList();
            }));
            chat.say(one, ana, "Nothing comes twice before this");

            List<String> history = chat.history(two, ana);
            List<String> seen = anas.awaitIds(CREATED, 101);
            assertEquals(seen, bens.awaitIds(CREATED, 101));
            assertEquals(101, history.size());
            assertEquals(history, seen.stream().sorted().toList());
            for (List<String> device : devices) {
                assertEquals(device, history.stream().filter(device::contains).toList());
                assertEquals(device, seen.stream().filter(device::contains).toList());
            }
        }
    }

    @Test
    void repliesThroughTheOtherGatewayComeAfterWhatTheyAnswer() {
        Traveller ana = crowd.get(12);
        Traveller ben = crowd.get(13);
        Chat chat = Chat.between(one, ana, ben);
        try (Socket anas = Socket.identify(one.root(), ana);
                Socket bens = Socket.identify(two.root(), ben)) {
            List<String> sent = IntStream.range(0, 40)
                    .mapToObj(i -> i % 2 == 0 ? chat.say(one, ana, "ping " + i) : chat.say(two, ben, "pong " + i))
                    .toList();

            assertEquals(sent, chat.history(two, ana));
            assertEquals(sent, anas.awaitIds(CREATED, 40));
            assertEquals(sent, bens.awaitIds(CREATED, 40));
        }
    }

    /** What the dead replica had pushed and not yet crossed off is pushed again by the other: the same message, never another. */
    @Test
    void nothingAcknowledgedIsLostOrDoubledWhenAReplicaIsKilledWhileItSends(Suite suite) throws Exception {
        Traveller ana = Traveller.signUp(one, "Ana");
        Traveller ben = Traveller.signUp(two, "Ben");
        Chat chat = Chat.between(one, ana, ben);
        try (Socket anas = Socket.identify(one.root(), ana);
                Socket bens = Socket.identify(two.root(), ben)) {
            AtomicInteger acknowledged = new AtomicInteger();
            CompletableFuture<List<String>> sending = AtOnce.meanwhile(() -> AtOnce.by(8, AtOnce.times(200, i -> {
                String id = chat.insist(two, ana, "message " + i);
                acknowledged.incrementAndGet();
                return id;
            })));
            JourneyIT.soon().pollInterval(Duration.ofMillis(5)).until(() -> acknowledged.get() >= 40);
            suite.kill("messaging-service");
            int atTheKill = acknowledged.get();
            List<String> sent = sending.get(1, TimeUnit.MINUTES);

            assertTrue(atTheKill < 200, "all was sent before the kill");
            List<String> history = chat.history(two, ana);
            assertEquals(200, history.size());
            assertEquals(Set.copyOf(sent), Set.copyOf(history));
            assertEquals(200, chat.unread(two, ben));
            assertEquals(0, chat.unread(two, ana));
            for (Socket eyes : List.of(anas, bens)) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(40))
                        .until(() -> new HashSet<>(eyes.ids(CREATED)).size() >= 200);
                assertEquals(Set.copyOf(history), Set.copyOf(eyes.ids(CREATED)));
            }
        } finally {
            suite.restart("messaging-service");
            second.awaitWhole();
        }
    }

    /** Whichever of the two pushes what is said: it hands that on before it leaves. */
    @Test
    void messagesKeepComingWhileTheReplicasAreRestartedOneAfterTheOther(Suite suite) {
        Traveller ana = crowd.get(14);
        Traveller ben = crowd.get(15);
        Chat chat = Chat.between(one, ana, ben);
        List<Runnable> restarts =
                List.of(() -> suite.restart("messaging-service"), () -> second.restart("messaging-service"));
        try (Socket bens = Socket.identify(two.root(), ben)) {
            for (Runnable restart : restarts) {
                CompletableFuture<Void> restarted = CompletableFuture.runAsync(restart);
                while (!restarted.isDone()) {
                    String said = chat.insist(two, ana, "Still there?");
                    Awaitility.await()
                            .atMost(Duration.ofSeconds(6))
                            .until(() -> bens.ids(CREATED).contains(said));
                }
                restarted.join();
                second.awaitWhole();
            }
        }
    }

    @Test
    void twoWhoAskEachOtherThroughTwoGatewaysBecomeFriendsOnce() throws Exception {
        List<Pair> pairs = IntStream.range(0, PAIRS)
                .mapToObj(i -> new Pair(crowd.get(i), crowd.get(PAIRS + i)).awaitAcquaintance(one))
                .toList();

        List<Door.Answer> answers = AtOnce.all(
                pairs.stream().flatMap(pair -> pair.requests(one, two).stream()).toList());

        for (int i = 0; i < PAIRS; i++) {
            List<Integer> statuses = Stream.of(answers.get(2 * i), answers.get(2 * i + 1))
                    .map(Door.Answer::status)
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 201), statuses);
            pairs.get(i).mustBeFriendsOnce(two);
        }
        JourneyIT.soon()
                .pollInterval(Duration.ofMillis(500))
                .during(Duration.ofSeconds(2))
                .untilAsserted(() -> pairs.forEach(pair -> pair.mustHaveBeenToldOnce(two)));
    }

    @Test
    void aBlockThroughOneGatewayHidesAtOnceThroughTheOther() {
        Traveller ana = Traveller.signUp(one, "Ana");
        Traveller ben = Traveller.signUp(two, "Ben");
        new Pair(ana, ben).awaitAcquaintance(one);
        one.post(ana, "/friends/requests", Map.of("userId", ben.id())).mustBe(201);
        two.bare("POST", ben, "/friends/requests/" + ana.id() + "/accept").mustBe(200);
        assertTrue(two.get(ben, "/friends").text().contains(ana.id()));

        one.bare("PUT", ana, "/blocks/" + ben.id()).mustBe(204);

        for (Door door : List.of(two, two, second.door("graph-service"))) {
            assertFalse(door.get(ben, "/friends").mustBe(200).text().contains(ana.id()));
            door.get(ben, "/graph/path/" + ana.id()).mustBe(404);
            door.post(ben, "/friends/requests", Map.of("userId", ana.id())).mustBe(404);
        }
    }

    @Test
    void anUploadThroughBothGatewaysOutlivesTheReplicaThatTookIt(Suite suite) throws Exception {
        Traveller ana = Traveller.signUp(one, "Ana");
        byte[] content = new byte[8_000_000];
        new Random(7).nextBytes(content);
        int piece = 1_000_000;
        TusUpload upload = TusUpload.begin(one, ana, "film.bin", content);
        for (int i = 0; i < 4; i++) {
            upload.patch(i % 2 == 0 ? one : two, i * piece, (i + 1) * piece).mustBe(204);
        }
        TusUpload.Drip drip = new TusUpload.Drip();
        CompletableFuture<Door.Answer> cutOff = AtOnce.meanwhile(() -> upload.drip(one, 4 * piece, drip));
        try {
            assertTrue(drip.underWay().await(20, TimeUnit.SECONDS));
            suite.kill("files-service");
            drip.over().countDown();
            JourneyIT.soon().until(cutOff::isDone);
            assertTrue(cutOff.isCompletedExceptionally() || cutOff.join().status() == 503, "somebody else took it");

            upload.finish(two, piece);

            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            JsonNode file = two.get(ana, "/files/" + upload.id()).mustBe(200).json();
            assertEquals(HexFormat.of().formatHex(sum), file.path("sha256").asText());
            assertArrayEquals(
                    content,
                    two.get(ana, "/storage/download/" + upload.id()).mustBe(200).body());
            assertEquals(content.length, upload.used(two));
        } finally {
            drip.over().countDown();
            suite.restart("files-service");
            second.awaitWhole();
        }
        assertEquals(content.length, upload.used(two));
    }

    @Test
    void aFullTripIsFullAtBothReplicas() throws Exception {
        Traveller ana = Traveller.signUp(one, "Ana");
        String trip = one.post(ana, "/groups", Map.of("name", "A small boat", "maxMembers", 10))
                .mustBe(201)
                .id();

        List<Integer> statuses = AtOnce.all(AtOnce.times(
                crowd.size(),
                i -> (i % 2 == 0 ? one : two)
                        .bare("POST", crowd.get(i), "/groups/" + trip + "/join")
                        .status()));

        assertEquals(9, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(31, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals(
                10, two.get(ana, "/groups/" + trip).json().path("memberCount").asInt());
        JsonNode members =
                two.get(ana, "/groups/" + trip + "/members?limit=100").json();
        assertEquals(10, Set.copyOf(members.findValuesAsText("userId")).size());
    }

    @Test
    void whoSignsOutAtOneGatewayIsSignedOutAtTheOther() {
        Traveller ana = Traveller.signUp(one, "Ana");
        for (Door door : List.of(two, second.door("users-service"))) {
            JsonNode login = Traveller.signIn(one, ana.email());
            Traveller device = new Traveller(
                    ana.id(), ana.email(), login.path("accessToken").asText());
            String refresh = login.path("refreshToken").asText();

            one.bare("POST", device, "/auth/logout").mustBe(204);

            door.post(null, "/auth/refresh", Map.of("refreshToken", refresh)).mustBe(401);
        }
    }

    @Test
    void aSocketOfAKilledGatewayGoesOnAtTheOther(Suite suite) throws Exception {
        Traveller ana = Traveller.signUp(one, "Ana");
        Traveller ben = Traveller.signUp(two, "Ben");
        Chat chat = Chat.between(two, ana, ben);
        Socket before = Socket.identify(one.root(), ana);
        String session = before.await("ready").getString("session");
        Socket after;
        try {
            CompletableFuture<List<String>> sending =
                    AtOnce.meanwhile(() -> AtOnce.by(1, AtOnce.times(100, i -> chat.say(two, ben, "message " + i))));
            before.awaitIds(CREATED, 10);
            suite.kill("gateway");
            List<String> sent = sending.get(1, TimeUnit.MINUTES);
            before.cut();
            List<String> seen = before.ids(CREATED);
            assertTrue(seen.size() < 100, "all had come before the kill");

            after = Socket.resume(two.root(), ana, session, before.seq());
            after.await("resumed");
            List<String> missed = after.awaitIds(CREATED, 100 - seen.size());
            assertEquals(sent, Stream.concat(seen.stream(), missed.stream()).toList());
            assertEquals(sent, chat.history(two, ana));
        } finally {
            suite.restart("gateway");
            second.awaitWhole();
        }
        after.cut();
        String more = chat.say(two, ben, "Back?");
        try (Socket home = Socket.resume(one.root(), ana, session, after.seq())) {
            home.await("resumed");
            assertEquals(List.of(more), home.awaitIds(CREATED, 1));
        }
    }
}
