package org.summertrip.graph.suggestion;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neo4j.driver.Record;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.store.WarmUp;
import org.summertrip.graph.suggestion.Suggestion.Reason;
import org.summertrip.graph.suggestion.Suggestion.Type;
import org.summertrip.graph.user.PublicUser;

/**
 * Queries about suggestions. The work of one is bounded by the configuration: so many friends and groups at most, none of them
 * with more edges than a hub. Scores are rounded, because a page goes on where the last one ended and sums of fractions depend
 * on the order of adding; equal ones are ordered by Neo4j's own number of the node, which costs no reading. Exclusion comes after ordering, so that it is only looked at for those who would be shown.
 */
@Singleton
class SuggestionGraph implements WarmUp {
    private static final String SUGGEST = """
            MATCH (me:User {id: $me})
            CALL (me) {
                MATCH (me)-[:FRIEND]-(friend:User)
                WITH friend, COUNT { (friend)-[:FRIEND]-() } AS degree
                WHERE degree > 1 AND degree <= $hub
                ORDER BY degree
                LIMIT $sources
                MATCH (friend)-[:FRIEND]-(other:User)
                RETURN other, $friendWeight / log(degree) AS weight, 1 AS reason
              UNION ALL
                MATCH (me)-[:MEMBER_OF]->(group:Group)
                WITH group, COUNT { (group)<-[:MEMBER_OF]-() } AS degree
                WHERE degree > 1 AND degree <= $hub
                ORDER BY degree
                LIMIT $sources
                MATCH (group)<-[:MEMBER_OF]-(other:User)
                RETURN other, $groupWeight / log(degree) AS weight, 1000000 AS reason
            }
            WITH me, other, id(other) AS key, round(sum(weight), 6) AS score, sum(reason) AS reasons
            WHERE other <> me AND ($score IS NULL OR score < $score OR (score = $score AND key > $key))
            WITH me, other, key, score, reasons
            ORDER BY score DESC, key
            WHERE other.createdAt IS NOT NULL
              AND NOT EXISTS { (me)-[:FRIEND|REQUESTED|BLOCKED]-(other) }
              AND NOT EXISTS { (me)-[:DISMISSED]->(other) }
            RETURN other AS user, key, score, reasons
            ORDER BY score DESC, key
            LIMIT $limit""";

    /** Reasons are added up in one number: friends count one each, groups this much. */
    private static final long ONE_GROUP = 1_000_000;

    private static final String DISMISS = """
            MATCH (me:User {id: $me}), (other:User {id: $other})
            MERGE (me)-[d:DISMISSED]->(other)
            ON CREATE SET d.at = $at""";

    private final SuggestionConfig config;

    SuggestionGraph(SuggestionConfig config) {
        this.config = config;
    }

    @Override
    public Uni<Void> warmUp(Transaction transaction) {
        return suggest(transaction, new UUID(0, 0), Optional.empty(), 1).replaceWithVoid();
    }

    /** Best first, those after a position; empty for the beginning. */
    Uni<List<Row>> suggest(Transaction transaction, UUID me, Optional<Place> after, int limit) {
        return transaction
                .list(
                        SUGGEST,
                        parameters(
                                "me", me.toString(),
                                "hub", config.hub(),
                                "sources", config.sources(),
                                "friendWeight", config.friendWeight(),
                                "groupWeight", config.groupWeight(),
                                "score", after.map(Place::score).orElse(null),
                                "key", after.map(Place::key).orElse(null),
                                "limit", limit))
                .map(rows -> rows.stream().map(SuggestionGraph::suggestion).toList());
    }

    private static Row suggestion(Record row) {
        List<Reason> reasons = new ArrayList<>();
        long friends = row.get("reasons").asLong() % ONE_GROUP;
        long groups = row.get("reasons").asLong() / ONE_GROUP;
        if (friends > 0) {
            reasons.add(new Reason(Type.MUTUAL_FRIENDS, friends));
        }
        if (groups > 0) {
            reasons.add(new Reason(Type.SHARED_GROUPS, groups));
        }
        double score = row.get("score").asDouble();
        return new Row(
                new Suggestion(PublicUser.of(row.get("user")), score, reasons),
                new Place(score, row.get("key").asLong()));
    }

    Uni<Void> dismiss(Transaction transaction, UUID me, UUID other, Instant at) {
        return transaction.run(
                DISMISS, parameters("me", me.toString(), "other", other.toString(), "at", Moments.write(at)));
    }

    /** Where a suggestion stands. */
    record Place(double score, long key) {}

    /** A suggestion and where it stands. */
    record Row(Suggestion suggestion, Place place) {}
}
