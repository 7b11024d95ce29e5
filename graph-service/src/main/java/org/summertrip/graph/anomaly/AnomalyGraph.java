package org.summertrip.graph.anomaly;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.user.PublicUser;

/** Every query about (:Anomaly)-[:CONCERNS]-&gt;(:User), and what the rules ask. An erasure takes the findings along. */
@Singleton
class AnomalyGraph {
    private static final String BURSTS = """
            MATCH (u:User)
            WHERE u.peakBurst >= $requests AND u.peakAt >= $since
            RETURN u.id AS id, u.peakBurst AS requests
            ORDER BY requests DESC
            LIMIT 1000""";

    private static final String REJECTED = """
            MATCH (u:User)
            WHERE u.declined >= $declined
            WITH u, u.declined AS declined, u.declined + coalesce(u.accepted, 0) AS answers
            WHERE answers >= $answers AND declined >= $rate * answers
            RETURN u.id AS id, declined, answers
            ORDER BY declined DESC
            LIMIT 1000""";

    private static final String NEWCOMERS = """
            MATCH (u:User)
            WHERE u.createdAt >= $since
            WITH u
            ORDER BY u.createdAt DESC
            LIMIT $candidates
            WITH u, COUNT { (u)-[:FRIEND]-() } AS degree
            WHERE degree >= $fewest AND degree <= $most
            RETURN u.id AS id, [(u)-[:FRIEND]-(friend) | friend.id] AS friends""";

    private static final String KEEP = """
            UNWIND $findings AS finding
            MERGE (a:Anomaly {key: finding.key})
            ON CREATE SET a.id = finding.id, a.foundAt = $at
            SET a.rule = finding.rule, a.explanation = finding.explanation, a.computedAt = $at
            WITH a, finding
            UNWIND finding.users AS id
            MATCH (u:User {id: id})
            MERGE (a)-[:CONCERNS]->(u)""";

    private static final String FORGET = """
            MATCH (a:Anomaly)
            WHERE a.computedAt < $at OR NOT EXISTS { (a)-[:CONCERNS]->() }
            DETACH DELETE a""";

    private static final String LIST = """
            MATCH (a:Anomaly)
            WHERE ($before IS NULL OR a.id < $before) AND ($rule IS NULL OR a.rule = $rule)
            WITH a
            ORDER BY a.id DESC
            LIMIT $limit
            RETURN a AS anomaly, [(a)-[:CONCERNS]->(u) | u] AS users
            ORDER BY a.id DESC""";

    private final AnomalyConfig config;

    AnomalyGraph(AnomalyConfig config) {
        this.config = config;
    }

    Uni<List<Finding>> bursts(Transaction transaction, Instant now) {
        return transaction
                .list(
                        BURSTS,
                        parameters(
                                "requests", config.burstRequests(),
                                "since", Moments.write(now.minus(config.burstAge()))))
                .map(rows -> rows.stream().map(this::burst).toList());
    }

    private Finding burst(Record row) {
        return new Finding(
                Rule.REQUEST_BURST,
                List.of(row.get("id").asString()),
                "%d requests in one burst; %d or more are suspicious"
                        .formatted(row.get("requests").asLong(), config.burstRequests()));
    }

    Uni<List<Finding>> rejected(Transaction transaction) {
        return transaction
                .list(
                        REJECTED,
                        parameters(
                                "declined", (long) Math.ceil(config.rejectRate() * config.rejectAnswers()),
                                "answers", config.rejectAnswers(),
                                "rate", config.rejectRate()))
                .map(rows -> rows.stream().map(this::rejection).toList());
    }

    private Finding rejection(Record row) {
        return new Finding(
                Rule.HIGH_REJECT_RATE,
                List.of(row.get("id").asString()),
                "%d of %d answered requests were declined; %d %% or more of at least %d are suspicious"
                        .formatted(
                                row.get("declined").asLong(),
                                row.get("answers").asLong(),
                                Math.round(config.rejectRate() * 100),
                                config.rejectAnswers()));
    }

    /** New accounts that may be in a ring, with all of their friends. */
    Uni<Map<String, List<String>>> newcomers(Transaction transaction, Instant now) {
        return transaction
                .list(
                        NEWCOMERS,
                        parameters(
                                "since", Moments.write(now.minus(config.ringAge())),
                                "candidates", config.ringCandidates(),
                                "fewest", config.ringSize() - 1,
                                "most", config.ringFriends()))
                .map(rows -> {
                    Map<String, List<String>> friends = new HashMap<>();
                    rows.forEach(row -> friends.put(
                            row.get("id").asString(), row.get("friends").asList(Value::asString)));
                    return friends;
                });
    }

    /** Makes these the findings: known ones keep their ids, others are forgotten. */
    Uni<Void> replace(Transaction transaction, List<Finding> findings, Supplier<UUID> newId, Instant at) {
        List<Map<String, Object>> rows = findings.stream()
                .map(finding -> Map.<String, Object>of(
                        "key", finding.key(),
                        "id", newId.get().toString(),
                        "rule", finding.rule().toString(),
                        "explanation", finding.explanation(),
                        "users", finding.users()))
                .toList();
        return transaction
                .run(KEEP, parameters("findings", rows, "at", Moments.write(at)))
                .flatMap(kept -> transaction.run(FORGET, parameters("at", Moments.write(at))));
    }

    /** Latest first, those before an id; null for the beginning and for every rule. */
    Uni<List<Anomaly>> list(Transaction transaction, Rule rule, String before, int limit) {
        return transaction
                .list(LIST, parameters("rule", rule == null ? null : rule.toString(), "before", before, "limit", limit))
                .map(rows -> rows.stream().map(AnomalyGraph::anomaly).toList());
    }

    private static Anomaly anomaly(Record row) {
        Value node = row.get("anomaly");
        return new Anomaly(
                UUID.fromString(node.get("id").asString()),
                Rule.of(node.get("rule").asString()),
                row.get("users").asList(PublicUser::of),
                node.get("explanation").asString(),
                Moments.read(node.get("foundAt")),
                Moments.read(node.get("computedAt")));
    }
}
