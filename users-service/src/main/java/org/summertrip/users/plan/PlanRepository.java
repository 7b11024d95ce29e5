package org.summertrip.users.plan;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every query of the table of plan items, and the one that asks the activities what may be planned. */
@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<PlanItemEntity, UUID> {
    /** More than anybody does on a trip; the planner's work grows with the square. */
    private static final int MOST_CANDIDATES = 500;

    private static final String CANDIDATES = """
            select a.id, a.title, a.scheduled_at, a.duration_minutes,
                count(v.value) filter (where v.value = 'like') as likes,
                count(v.value) filter (where v.value = 'dislike') as dislikes, p.starts_at, p.ends_at
            from activities a
            left join votes v on v.activity_id = a.id
            left join plan_items p on p.activity_id = a.id and p.edited
            where a.group_id = :group and a.status in ('planned', 'ongoing')
            group by a.id, p.activity_id
            having p.activity_id is not null
                or count(v.value) filter (where v.value = 'like') > count(v.value) filter (where v.value = 'dislike')
            order by (p.activity_id is null), likes desc, dislikes, a.id
            limit :most""";

    private static final String TITLES = """
            select a.id, a.title from activities a
            where a.group_id = :group and a.status <> 'canceled' and a.id in (:ids)""";

    /** What is planned and not canceled since. */
    Uni<List<PlanItemEntity>> of(UUID groupId) {
        return list(
                "select p from PlanItemEntity p, ActivityEntity a where p.groupId = ?1 and a.id = p.activityId"
                        + " and a.status <> 'canceled'",
                groupId);
    }

    /** What the group likes, and what somebody has put somewhere by hand. */
    Uni<List<Candidate>> candidates(UUID groupId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CANDIDATES, Object[].class)
                        .setParameter("group", groupId)
                        .setParameter("most", MOST_CANDIDATES)
                        .getResultList())
                .map(rows -> rows.stream().map(PlanRepository::candidate).toList());
    }

    /** The titles of those of these activities that the group has and that are not canceled. */
    Uni<Map<UUID, String>> titles(UUID groupId, List<UUID> activityIds) {
        if (activityIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(TITLES, Object[].class)
                        .setParameter("group", groupId)
                        .setParameter("ids", activityIds)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1])));
    }

    /** Puts these rows in the place of the whole plan. */
    Uni<Void> replaceAll(UUID groupId, List<PlanItemEntity> rows) {
        return replace(delete("groupId", groupId), rows);
    }

    /** Puts these rows in the place of those with the same activities. */
    Uni<Void> replaceSome(List<PlanItemEntity> rows) {
        List<UUID> ids = rows.stream().map(row -> row.activityId).toList();
        return replace(delete("activityId in ?1", ids), rows);
    }

    private Uni<Void> replace(Uni<Long> deletion, List<PlanItemEntity> rows) {
        return deletion.flatMap(deleted -> Panache.getSession())
                .invoke(session -> session.clear())
                .flatMap(session -> session.persistAll(rows.toArray()))
                .call(this::flush);
    }

    private static Candidate candidate(Object[] row) {
        return new Candidate(
                (UUID) row[0],
                (String) row[1],
                ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue(),
                instant(row[2]),
                row[3] == null ? null : Duration.ofMinutes(((Number) row[3]).longValue()),
                row[6] == null ? null : new Slot(instant(row[6]), instant(row[7])));
    }

    private static Instant instant(Object timestamp) {
        return timestamp == null ? null : ((OffsetDateTime) timestamp).toInstant();
    }
}
