package org.summertrip.messaging.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Puts the parts of the export together, piece by piece, as fast as they are taken. */
@Singleton
class Export {
    private final List<Exportable> parts;
    private final ObjectMapper mapper;
    private final Clock clock;

    Export(@All List<Exportable> parts, ObjectMapper mapper, Clock clock) {
        this.parts = parts;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Pieces that make one JSON object. Without the last one it is not valid JSON: half an export cannot be taken for a whole. */
    Multi<Piece> of(UUID userId) {
        String head = "{\"userId\":%s,\"generatedAt\":%s".formatted(json(userId), json(clock.instant()));
        Multi<String> lists =
                Multi.createFrom().iterable(parts).onItem().transformToMultiAndConcatenate(part -> list(part, userId));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(head), lists, Multi.createFrom().item("}"))
                .map(Piece::new);
    }

    private Multi<String> list(Exportable part, UUID userId) {
        AtomicBoolean first = new AtomicBoolean(true);
        Multi<String> items = part.of(userId).map(item -> (first.getAndSet(false) ? "" : ",") + json(item));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(",%s:[".formatted(json(part.what()))),
                        items,
                        Multi.createFrom().item("]"));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what is shown can be written", impossible);
        }
    }
}
