package org.summertrip.graph.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.kit.problem.Outages;

/**
 * Takes in lines, several at once: the handlers bear any order. A line that cannot be taken in is counted and logged; an outage
 * of the store ends it all, so that nobody takes half a replay for a whole one.
 */
@Singleton
class Replay {
    private static final Logger LOG = Logger.getLogger(Replay.class);
    private static final int AT_ONCE = 8;

    private final List<EventHandler> handlers;
    private final ObjectMapper mapper;
    private final Outages outages;

    Replay(@All List<EventHandler> handlers, ObjectMapper mapper, Outages outages) {
        this.handlers = handlers;
        this.mapper = mapper;
        this.outages = outages;
    }

    Uni<ReplayCounts> of(Multi<Buffer> lines) {
        return lines.filter(line -> !line.toString().isBlank())
                .onItem()
                .transformToUni(this::apply)
                .merge(AT_ONCE)
                .collect()
                .in(Sum::new, Sum::add)
                .map(sum -> sum.counts);
    }

    private Uni<ReplayCounts> apply(Buffer line) {
        return Uni.createFrom()
                .deferred(() -> handle(line))
                .onFailure(failure -> !outages.isOutage(failure))
                .recoverWithItem(failure -> {
                    LOG.warnf("line rejected cause=%s", failure);
                    return ReplayCounts.REJECTED;
                });
    }

    private Uni<ReplayCounts> handle(Buffer line) {
        CloudEvent event;
        try {
            event = mapper.readValue(line.getBytes(), CloudEvent.class);
        } catch (IOException unreadable) {
            return Uni.createFrom().failure(unreadable);
        }
        List<EventHandler> interested = handlers.stream()
                .filter(handler -> handler.types().contains(event.type()))
                .toList();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (EventHandler handler : interested) {
            done = done.flatMap(before -> handler.handle(event));
        }
        return done.replaceWith(interested.isEmpty() ? ReplayCounts.IGNORED : ReplayCounts.APPLIED);
    }

    private static final class Sum {
        private ReplayCounts counts = ReplayCounts.NONE;

        void add(ReplayCounts one) {
            counts = counts.plus(one);
        }
    }
}
