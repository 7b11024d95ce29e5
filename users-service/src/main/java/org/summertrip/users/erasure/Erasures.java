package org.summertrip.users.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Who was erased, and which services have said that they have forgotten. */
@ApplicationScoped
class Erasures {
    /** Everybody who holds something about people. */
    private static final List<String> SERVICES =
            List.of("files-service", "graph-service", "messaging-service", "users-service");

    /** Once, and only if there is something that it could be for. */
    private static final String RECEIVE = """
            insert into erasure_receipts (subject, service, at, counts)
            select subject, $2, $3, $4 from erasures where subject = $1 on conflict do nothing""";

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final ErasureRepository repository;
    private final Subjects subjects;
    private final Pool pool;
    private final ObjectMapper mapper;

    Erasures(ErasureRepository repository, Subjects subjects, Pool pool, ObjectMapper mapper) {
        this.repository = repository;
        this.subjects = subjects;
        this.pool = pool;
        this.mapper = mapper;
    }

    /** How far it has come; empty when this account was never erased. */
    Uni<Optional<Erasure>> of(UUID userId) {
        return Panache.withSession(() -> repository.receipts(subjects.of(userId)))
                .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(erasure(rows)));
    }

    /** Takes a receipt in; the same one again changes nothing. Outside of any request, so without Hibernate's session. */
    Uni<Void> receive(UUID userId, String service, Instant at, Map<String, Long> counts) {
        String text = mapper.valueToTree(counts).toString();
        return pool.preparedQuery(RECEIVE)
                .execute(Tuple.of(subjects.of(userId), service, at.atOffset(ZoneOffset.UTC), text))
                .replaceWithVoid();
    }

    private Erasure erasure(List<Object[]> rows) {
        List<Erasure.Receipt> receipts = rows.stream()
                .filter(row -> row[1] != null)
                .map(row -> new Erasure.Receipt((String) row[1], instant(row[2]), counts((String) row[3])))
                .toList();
        TreeSet<String> pending = new TreeSet<>(SERVICES);
        receipts.forEach(receipt -> pending.remove(receipt.service()));
        return new Erasure(instant(rows.get(0)[0]), receipts, List.copyOf(pending));
    }

    private static Instant instant(Object timestamp) {
        return ((OffsetDateTime) timestamp).toInstant();
    }

    private Map<String, Long> counts(String text) {
        try {
            return mapper.readValue(text, COUNTS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("written by this class", impossible);
        }
    }
}
