package org.summertrip.sampledata;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Pushes a {@link World} through the public API, each person acting for herself.
 *
 * <p>Running it again is harmless. A world that is there completely is recognised by a marker: the last thing that is
 * loaded is a small file of the first person's, and files can be asked for by name. After an interrupted run the
 * idempotency keys see to it that nothing is made twice.
 */
public final class Loader {

    private static final int HANDS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<Trip, String> groupIds = new ConcurrentHashMap<>();
    private final World world;
    private final Gateway gateway;
    private final Accounts accounts;
    private final Keys keys;
    private final Consumer<String> lines;

    /**
     * @param password of everybody in the world
     * @param lines is told about every step
     */
    public Loader(World world, URI gateway, String password, Consumer<String> lines) {
        this(world, new Gateway(gateway, PATIENCE), password, lines);
    }

    Loader(World world, Gateway gateway, String password, Consumer<String> lines) {
        this.world = world;
        this.gateway = gateway;
        this.lines = lines;
        accounts = new Accounts(gateway, password);
        keys = new Keys(world.seed());
    }

    /** False if all of it was there already. */
    public boolean load() {
        if (isLoaded()) {
            return false;
        }
        try (var crew = new Crew(HANDS)) {
            step(crew, "people", world.people(), this::signUp);
            step(crew, "friendships", world.friendships(), this::befriend);
            step(crew, "trips", world.trips(), this::organise);
            step(crew, "plans", world.trips(), this::plan);
            step(crew, "conversations", world.trips(), this::talk);
            step(crew, "chats", world.chats(), this::chat);
            step(crew, "photos", world.trips().stream().flatMap(Loader::shares).toList(), this::share);
        }
        leaveMarker();
        return true;
    }

    private <T> void step(Crew crew, String name, List<T> work, Consumer<T> action) {
        var progress = new Progress(name, work.size(), lines);
        crew.each(work, item -> {
            action.accept(item);
            progress.advance();
        });
    }

    private void signUp(Person person) {
        accounts.enter(person, keys.of("user", person));
    }

    /** A 404 means that the other one has not arrived at the friends' side yet; a 409 that they are friends already. */
    private void befriend(Friendship friendship) {
        String to = accounts.id(friendship.to());
        Call request = Call.post("/friends/requests", Map.of("userId", to));
        int answer = gateway.await(accounts.as(friendship.from(), request), 201, 200, 409)
                .status();
        if (friendship.accepted() && answer != 409) {
            Call acceptance = Call.post("/friends/requests/" + accounts.id(friendship.from()) + "/accept");
            gateway.await(accounts.as(friendship.to(), acceptance), 200, 201, 409);
        }
    }

    /** The others join one after the other, because a group that is made and filled at once is not what people do. */
    private void organise(Trip trip) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", trip.name());
        form.put("description", trip.description());
        form.put("destination", trip.destination());
        form.put("startsOn", trip.startsOn().toString());
        form.put("endsOn", trip.endsOn().toString());
        form.put("timeZone", trip.timeZone());
        form.put("visibility", "open");
        form.put("maxMembers", trip.maxMembers());
        Call creation = Call.post("/groups", form).once(keys.of("group", trip.owner(), form));
        String id = gateway.expect(accounts.as(trip.owner(), creation), 201).text("id");
        groupIds.put(trip, id);
        for (Person guest : trip.guests()) {
            gateway.expect(accounts.as(guest, Call.post("/groups/" + id + "/join")), 201, 200, 409);
        }
    }

    /** Everybody proposes and votes, then the owner has the plan made. */
    private void plan(Trip trip) {
        String groupId = groupIds.get(trip);
        for (Idea idea : trip.ideas()) {
            Map<String, Object> form =
                    Map.of("type", idea.type(), "title", idea.title(), "durationMinutes", idea.durationMinutes());
            Call proposal =
                    Call.post("/groups/" + groupId + "/activities", form).once(keys.of("activity", groupId, idea));
            String id =
                    gateway.expect(accounts.as(idea.proposer(), proposal), 201).text("id");
            idea.fans().forEach(fan -> vote(fan, id, "like"));
            idea.critics().forEach(critic -> vote(critic, id, "dislike"));
        }
        Map<String, String> days =
                Map.of("from", trip.startsOn().toString(), "to", trip.endsOn().toString());
        gateway.expect(accounts.as(trip.owner(), Call.post("/groups/" + groupId + "/plan", days)), 200);
    }

    private void vote(Person voter, String activityId, String value) {
        Call vote = Call.put("/activities/" + activityId + "/vote", Map.of("value", value));
        gateway.expect(accounts.as(voter, vote), 204);
    }

    private void talk(Trip trip) {
        say(groupIds.get(trip), trip.conversation());
    }

    private void chat(DirectChat chat) {
        Call opening = Call.post("/conversations", Map.of("userIds", List.of(accounts.id(chat.other()))));
        say(gateway.await(accounts.as(chat.starter(), opening), 201, 200).text("id"), chat.lines());
    }

    /** In order, because the service sets the time. */
    private void say(String conversationId, List<ConversationLine> lines) {
        int number = 0;
        for (ConversationLine line : lines) {
            String key = keys.of("message", conversationId, number++, line);
            Call message = Call.post("/messages", Map.of("conversationId", conversationId, "content", line.content()));
            gateway.await(accounts.as(line.sender(), message.once(key)), 201);
        }
    }

    private record Share(Trip trip, Photo photo) {}

    private static Stream<Share> shares(Trip trip) {
        return trip.photos().stream().map(photo -> new Share(trip, photo));
    }

    private void share(Share share) {
        Photo photo = share.photo();
        String groupId = groupIds.get(share.trip());
        Call upload = Call.upload("/storage/upload?groupId=" + groupId, photo.filename(), "image/png", photo.png());
        gateway.await(accounts.as(photo.owner(), upload.once(keys.of("photo", groupId, photo))), 201);
    }

    private Person firstPerson() {
        return world.people().get(0);
    }

    private String marker() {
        return "sample-world-%d-of-%d.txt"
                .formatted(world.seed(), world.people().size());
    }

    private boolean isLoaded() {
        String path = "/storage/download/" + URLEncoder.encode(marker(), StandardCharsets.UTF_8);
        Optional<Accounts.Session> session = accounts.login(firstPerson());
        return session.isPresent()
                && gateway.expect(Call.get(path, session.get().token()), 200, 404)
                                .status()
                        == 200;
    }

    private void leaveMarker() {
        var text = new StringBuilder("This installation holds the sample world " + world.seed() + ":\n");
        world.people().forEach(person -> text.append(person.email()).append('\n'));
        Call upload = Call.upload(
                "/storage/upload", marker(), "text/plain", text.toString().getBytes(StandardCharsets.UTF_8));
        gateway.expect(accounts.as(firstPerson(), upload.once(keys.of("marker", text))), 201);
    }
}
