package org.summertrip.messaging.replay;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.summertrip.kit.identity.Roles;
import org.summertrip.messaging.Docs;
import org.summertrip.messaging.replay.Replay.Line;
import org.summertrip.messaging.replay.Replay.Taken;

/** {@code /internal/replay}: {@code curl …/internal/snapshot | curl -T - …/internal/replay}. */
@Path("/internal/replay")
@Produces(Docs.JSON)
public class ReplayResource {
    private static final String NDJSON = "application/x-ndjson";

    private final Replay replay;

    ReplayResource(Replay replay) {
        this.replay = replay;
    }

    /**
     * Takes one CloudEvent per line, in order, each before the next is read. 200 with counts; 400 that names the line which is
     * none, what stood before it is taken in; 503 when the store fails, and it is all sent again.
     */
    @POST
    @Blocking
    @Consumes(NDJSON)
    @RolesAllowed(Roles.SERVICE)
    @Operation(hidden = true)
    public Uni<Replayed> replay(InputStream body) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        AtomicLong number = new AtomicLong();
        // Reading waits for the sender, so each line is asked for on a worker, where the one before it ends.
        return Multi.createFrom()
                .items(reader::lines)
                .map(text -> new Line(number.incrementAndGet(), text))
                .filter(line -> !line.text().isBlank())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUniAndConcatenate(line -> replay.take(line).emitOn(Infrastructure.getDefaultWorkerPool()))
                .collect()
                .with(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .map(ReplayResource::counted);
    }

    private static Replayed counted(Map<Taken, Long> counts) {
        Map<String, Long> handled = counts.entrySet().stream()
                .filter(count -> count.getKey().wanted())
                .collect(Collectors.toMap(count -> count.getKey().type(), Map.Entry::getValue));
        List<Long> ignored = counts.entrySet().stream()
                .filter(count -> !count.getKey().wanted())
                .map(Map.Entry::getValue)
                .toList();
        return new Replayed(handled, ignored.stream().mapToLong(Long::longValue).sum());
    }
}
