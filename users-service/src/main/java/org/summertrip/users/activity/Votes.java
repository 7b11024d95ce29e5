package org.summertrip.users.activity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every query of the table of votes, in SQL: a vote is only ever counted or replaced, there is nothing to map. */
@Singleton
class Votes {
    private static final String CAST = """
            insert into votes (activity_id, user_id, value, voted_at) values (:activity, :user, :value, :at)
            on conflict (activity_id, user_id) do update set value = excluded.value, voted_at = excluded.voted_at
            where votes.value <> excluded.value""";

    private static final String TALLIES = """
            select activity_id, count(*) filter (where value = 'like'), count(*) filter (where value = 'dislike'),
                max(value) filter (where user_id = :user)
            from votes where activity_id in (:activities) group by activity_id""";

    /** Casts or changes a vote; false when it was the same before. */
    Uni<Boolean> cast(UUID activityId, UUID userId, Choice choice, Instant at) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CAST)
                        .setParameter("activity", activityId)
                        .setParameter("user", userId)
                        .setParameter("value", choice.toString())
                        .setParameter("at", at)
                        .executeUpdate())
                .map(changed -> changed == 1);
    }

    /** How these activities stand, in one query; those without a vote are absent. */
    Uni<Map<UUID, Tally>> of(List<UUID> activities, UUID callerId) {
        if (activities.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(TALLIES, Object[].class)
                        .setParameter("activities", activities)
                        .setParameter("user", callerId)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], Votes::tally)));
    }

    private static Tally tally(Object[] row) {
        return new Tally(((Number) row[1]).longValue(), ((Number) row[2]).longValue(), (String) row[3]);
    }
}
