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
 * on the order of adding. Exclusion comes after ordering, so that it is only looked at for those who would be shown.
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
                RETURN other, $friendWeight / log(degree) AS weight, 1 AS friends, 0 AS groups
              UNION ALL
                MATCH (me)-[:MEMBER_OF]->(group:Group)
                WITH group, COUNT { (group)<-[:MEMBER_OF]-() } AS degree
                WHERE degree > 1 AND degree <= $hub
                ORDER BY degree
                LIMIT $sources
                MATCH (group)<-[:MEMBER_OF]-(other:User)
                RETURN other, $groupWeight / log(degree) AS weight, 0 AS friends, 1 AS groups
            }
            WITH me, other, round(sum(weight), 6) AS score, sum(friends) AS friends, sum(groups) AS groups
            WHERE other <> me AND ($score IS NULL OR score < $score OR (score = $score AND other.id > $id))
            WITH me, other, score, friends, groups
            ORDER BY score DESC, other.id
            WHERE other.createdAt IS NOT NULL
              AND NOT EXISTS { (me)-[:FRIEND|REQUESTED|BLOCKED]-(other) }
              AND NOT EXISTS { (me)-[:DISMISSED]->(other) }
            RETURN other AS user, score, friends, groups
            ORDER BY score DESC, other.id
            LIMIT $limit""";

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
    Uni<List<Suggestion>> suggest(Transaction transaction, UUID me, Optional<Place> after, int limit) {
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
                                "id",
                                        after.map(place -> place.userId().toString())
                                                .orElse(null),
                                "limit", limit))
                .map(rows -> rows.stream().map(SuggestionGraph::suggestion).toList());
    }

    private static Suggestion suggestion(Record row) {
        List<Reason> reasons = new ArrayList<>();
        long friends = row.get("friends").asLong();
        long groups = row.get("groups").asLong();
        if (friends > 0) {
            reasons.add(new Reason(Type.MUTUAL_FRIENDS, friends));
        }
        if (groups > 0) {
            reasons.add(new Reason(Type.SHARED_GROUPS, groups));
        }
        return new Suggestion(PublicUser.of(row.get("user")), row.get("score").asDouble(), reasons);
    }

    Uni<Void> dismiss(Transaction transaction, UUID me, UUID other, Instant at) {
        return transaction.run(
                DISMISS, parameters("me", me.toString(), "other", other.toString(), "at", Moments.write(at)));
    }

    /** Where a page ended. */
    record Place(double score, UUID userId) {}
}
