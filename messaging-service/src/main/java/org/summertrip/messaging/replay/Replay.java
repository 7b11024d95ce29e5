package org.summertrip.messaging.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.kit.problem.Outages;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.Telling;
import org.summertrip.messaging.cassandra.InOrder;

/** Takes events in as if they came from a stream, but tells nobody of them. */
@Singleton
class Replay {
    private final List<EventHandler> handlers;
    private final ObjectMapper mapper;
    private final Outages outages;

    Replay(@All List<EventHandler> handlers, ObjectMapper mapper, Outages outages) {
        this.handlers = handlers.stream()
                .filter(handler -> !(handler instanceof Telling))
                .toList();
        this.mapper = mapper;
        this.outages = outages;
    }

    /** Takes one line in, unless it is empty; the type of its event tells what became of it. */
    Uni<Taken> take(Line line) {
        CloudEvent event = read(line);
        List<EventHandler> wanting = handlers.stream()
                .filter(handler -> handler.types().contains(event.type()))
                .toList();
        return InOrder.each(wanting, handler -> handler.handle(event))
                .onFailure(failure -> !outages.isOutage(failure))
                .transform(failure -> refused(line, "cannot be taken in"))
                .replaceWith(new Taken(event.type(), !wanting.isEmpty()));
    }

    private CloudEvent read(Line line) {
        try {
            CloudEvent event = mapper.readValue(line.text(), CloudEvent.class);
            Objects.requireNonNull(event.type(), "type");
            Objects.requireNonNull(event.time(), "time");
            return event;
        } catch (JsonProcessingException | NullPointerException unreadable) {
            throw refused(line, "is not a CloudEvent");
        }
    }

    private static ProblemException refused(Line line, String why) {
        return ProblemException.invalid("line " + line.number(), "body", why);
    }

    /** A line and where it stands, counted from one. */
    record Line(long number, String text) {}

    /** What became of an event. */
    record Taken(String type, boolean wanted) {}
}
