package org.summertrip.files.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.summertrip.files.intake.BodySink;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.kit.problem.ProblemException;

/** Reads one event per line and hands it to whoever takes such events, one after the other. */
final class LineSink implements BodySink<Replayed> {
    private static final int LONGEST_LINE = 256 * 1024;
    private static final int LINES_AT_ONCE = 100;

    private final List<EventHandler> handlers;
    private final ObjectMapper mapper;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Queue<String> lines = new ArrayDeque<>();
    private long events;
    private long applied;

    LineSink(List<EventHandler> handlers, ObjectMapper mapper) {
        this.handlers = handlers;
        this.mapper = mapper;
    }

    @Override
    public void take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                endLine();
            } else if (line.size() < LONGEST_LINE) {
                line.write(next);
            } else {
                throw invalid(events + lines.size() + 1);
            }
        }
    }

    private void endLine() {
        String text = line.toString(StandardCharsets.UTF_8).strip();
        line.reset();
        if (!text.isEmpty()) {
            lines.add(text);
        }
    }

    @Override
    public boolean isFull() {
        return lines.size() >= LINES_AT_ONCE;
    }

    @Override
    public Uni<Void> flush() {
        List<String> batch = new ArrayList<>(lines);
        lines.clear();
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(this::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> apply(String text) {
        events++;
        CloudEvent event = read(text);
        Uni<Void> done = Uni.createFrom().voidItem();
        boolean wanted = false;
        for (EventHandler handler : handlers) {
            if (handler.types().contains(event.type())) {
                wanted = true;
                done = done.flatMap(before -> handler.handle(event));
            }
        }
        applied += wanted ? 1 : 0;
        return done;
    }

    private CloudEvent read(String text) {
        try {
            CloudEvent event = mapper.readValue(text, CloudEvent.class);
            if (event.type() == null || event.data() == null) {
                throw invalid(events);
            }
            return event;
        } catch (JsonProcessingException malformed) {
            throw invalid(events);
        }
    }

    @Override
    public Uni<Replayed> end() {
        endLine();
        return flush().map(flushed -> new Replayed(events, applied));
    }

    /** What was applied may be applied again. */
    @Override
    public Uni<Void> cutOff() {
        return Uni.createFrom().voidItem();
    }

    private static ProblemException invalid(long number) {
        return ProblemException.invalid("line " + number, "body", "must be a CloudEvent as JSON");
    }
}
