package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.cassandra.Flights;
import org.summertrip.messaging.conversation.Titles;

/** Says who wrote where: “Ana and 3 others wrote in Lisbon”. */
@Singleton
class Wording {
    private final Names names;
    private final Titles titles;
    /** In a large trip many are told the same at once. */
    private final Flights<Words, String> flights = new Flights<>();

    Wording(Names names, Titles titles) {
        this.names = names;
        this.titles = titles;
    }

    /**
     * The text.
     *
     * @param last who wrote last
     * @param count how many have written
     */
    Uni<String> of(UUID conversationId, UUID last, int count) {
        return flights.join(new Words(conversationId, last, count), () -> word(conversationId, last, count));
    }

    private Uni<String> word(UUID conversationId, UUID last, int count) {
        return Uni.combine()
                .all()
                .unis(names.of(last), titles.of(conversationId))
                .collectFailures()
                .with((name, title) -> name
                        + others(count - 1)
                        + title.map(known -> " wrote in " + known).orElse(" wrote to you"));
    }

    private static String others(int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> " and 1 other";
            default -> " and " + count + " others";
        };
    }

    private record Words(UUID conversationId, UUID last, int count) {}
}
