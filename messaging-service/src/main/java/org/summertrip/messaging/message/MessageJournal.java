package org.summertrip.messaging.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.message.Hints.Hint;
import org.summertrip.messaging.outbox.Departure;
import org.summertrip.messaging.outbox.Envelopes;
import org.summertrip.messaging.outbox.Journal;
import org.summertrip.messaging.outbox.News;
import org.summertrip.messaging.outbox.Push;

/** Messages are their own outbox: each says itself whether others have been told of it. Events never carry what was said. */
@Singleton
class MessageJournal implements Journal {
    private static final String CREATED = "message.created";
    private static final int CONVERSATIONS = 200;
    /** That are read at once, all conversations together; and of each at least. */
    private static final int MESSAGES = 4000;

    private static final int LEAST = 20;

    private final UntoldStore untold;
    private final Hints hints;
    private final Envelopes envelopes;
    private final ObjectMapper mapper;
    private final Clock clock;

    MessageJournal(UntoldStore untold, Hints hints, Envelopes envelopes, ObjectMapper mapper, Clock clock) {
        this.untold = untold;
        this.hints = hints;
        this.envelopes = envelopes;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * What was sent before other replicas were asked what they have. Something younger might have been sent after a message that
     * one of them gave since, and waits for the next time.
     */
    @Override
    public Uni<Recent> recent() {
        UUID horizon = Uuid7.floor(clock.instant());
        return hints.take(CONVERSATIONS)
                .flatMap(taken ->
                        InParallel.all(taken, hint -> follow(hint, Math.max(LEAST, MESSAGES / taken.size()), horizon)))
                .map(read -> new Recent(read.stream().flatMap(List::stream).toList(), !hints.isEmpty()));
    }

    private Uni<List<Departure>> follow(Hint hint, int most, UUID horizon) {
        return untold.from(hint.place(), hint.from(), most).map(reading -> {
            List<Stored> ripe = reading.messages().stream()
                    .takeWhile(message -> Uuid7.compare(message.id(), horizon) < 0)
                    .toList();
            if (ripe.size() < reading.messages().size()) {
                hints.add(
                        hint.place().conversationId(),
                        reading.messages().get(ripe.size()).id());
            } else if (reading.last() != null) {
                hints.add(hint.place().conversationId(), reading.last());
            }
            return ripe.stream().map(this::departure).toList();
        });
    }

    /** What seems to come from the future was written by a replica whose clock is ahead; to wait for it to come would help nobody. */
    private boolean isRipe(Stored message, UUID horizon) {
        UUID present = Uuid7.floor(clock.instant().plusMillis(1));
        return Uuid7.compare(message.id(), horizon) < 0 || Uuid7.compare(message.id(), present) >= 0;
    }

    @Override
    public Uni<Void> passOn() {
        return hints.passOn();
    }

    @Override
    public Uni<Stretch> look(long slot, UUID notOlderThan, UUID position) {
        return untold.active(slot, position, CONVERSATIONS)
                .flatMap(conversations -> InParallel.all(
                                conversations, conversation -> lookIn(conversation, slot, notOlderThan))
                        .map(found -> new Stretch(
                                found.contains(true),
                                conversations.size() < CONVERSATIONS
                                        ? null
                                        : conversations.get(conversations.size() - 1))));
    }

    private Uni<Boolean> lookIn(UUID conversationId, long slot, UUID notOlderThan) {
        return untold.oldest(slot, conversationId, notOlderThan)
                .invoke(found -> found.ifPresent(id -> hints.add(conversationId, id)))
                .map(Optional::isPresent);
    }

    @Override
    public Uni<Void> left(List<Departure> departures) {
        Map<Place, List<UUID>> byPlace = departures.stream()
                .collect(Collectors.groupingBy(
                        departure -> new Place(departure.push().conversationId(), Bucket.of(departure.id())),
                        Collectors.mapping(Departure::id, Collectors.toList())));
        return InParallel.all(byPlace.entrySet(), place -> untold.told(place.getKey(), place.getValue()))
                .replaceWithVoid();
    }

    /** The id of the event is that of the message: the same when it is let out again, and in the same order. */
    private Departure departure(Stored stored) {
        Message message = stored.seenBy(null);
        Push push = new Push(CREATED, mapper.valueToTree(message), message.conversationId(), List.of());
        News news = new News(
                message.id(), CREATED, message.conversationId(), message.createdAt(), MessageCreated.of(message), push);
        return envelopes.departure(message.id(), news);
    }
}
