package org.summertrip.users.erasure;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every statement that removes somebody from PostgreSQL, in SQL: erasing cuts across all tables and needs none of their rows. */
@Singleton
class ErasureRepository {
    /** The groups in a fixed order, so that two who leave the same groups at once queue up instead of blocking each other. */
    private static final String LOCK_GROUPS = """
            select g.id from groups g join memberships m on m.group_id = g.id
            where m.user_id = :user order by g.id for update of g""";

    private static final String LOCK_ACCOUNT = "select email from users where id = :user for update";

    /** What becomes of each group: who is left, who of them owns it, who would inherit it. */
    private static final String GROUPS = """
            select mine.group_id,
                exists (select 1 from memberships o where o.group_id = mine.group_id and o.user_id <> :user
                    and o.state = 'active' and o.role = 'owner') as owned,
                (select h.user_id from memberships h where h.group_id = mine.group_id and h.user_id <> :user
                    and h.state = 'active' order by (h.role = 'admin') desc, h.joined_at, h.user_id limit 1) as heir
            from memberships mine where mine.user_id = :user and mine.state = 'active' order by mine.group_id""";

    private static final String INHERIT =
            "update memberships set role = 'owner' where group_id = :group and user_id = :user";

    /** In the order that foreign keys demand. */
    private static final List<String> REMOVALS = List.of(
            "delete from votes where user_id = :user",
            "delete from purchases where user_id = :user",
            "delete from invites where created_by = :user or user_id = :user",
            "update activities set proposed_by = null where proposed_by = :user",
            "update groups set created_by = null where created_by = :user",
            "delete from gone where user_id = :user",
            "update groups g set member_count = member_count - 1 from memberships m"
                    + " where m.group_id = g.id and m.user_id = :user and m.state = 'active'",
            "delete from memberships where user_id = :user",
            "delete from users where id = :user");

    Uni<Void> lockGroups(UUID userId) {
        return rows(LOCK_GROUPS, UUID.class, Map.of("user", userId)).replaceWithVoid();
    }

    /** Locks the account; false when there is none. Nothing can be added to it from now on. */
    Uni<Boolean> lockAccount(UUID userId) {
        return rows(LOCK_ACCOUNT, String.class, Map.of("user", userId)).map(found -> !found.isEmpty());
    }

    Uni<List<Left>> groups(UUID userId) {
        return rows(GROUPS, Object[].class, Map.of("user", userId))
                .map(rows -> rows.stream()
                        .map(row -> new Left((UUID) row[0], (Boolean) row[1], (UUID) row[2]))
                        .toList());
    }

    Uni<Void> inherit(UUID groupId, UUID heirId) {
        return update(INHERIT, Map.of("group", groupId, "user", heirId)).replaceWithVoid();
    }

    Uni<Void> end(UUID groupId) {
        return update("delete from groups where id = :group", Map.of("group", groupId))
                .replaceWithVoid();
    }

    /** Removes or anonymises everything else. */
    Uni<Void> remove(UUID userId) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String removal : REMOVALS) {
            done = done.flatMap(
                    before -> update(removal, Map.of("user", userId)).replaceWithVoid());
        }
        return done;
    }

    Uni<Void> note(String subject, Instant at) {
        String insert = "insert into erasures (subject, requested_at) values (:subject, :at) on conflict do nothing";
        return update(insert, Map.of("subject", subject, "at", at)).replaceWithVoid();
    }

    /** When it was requested, and the receipts: service, time, counts; empty when it never was. */
    Uni<List<Object[]>> receipts(String subject) {
        String select = "select e.requested_at, r.service, r.at, r.counts from erasures e"
                + " left join erasure_receipts r on r.subject = e.subject where e.subject = :subject order by r.at";
        return rows(select, Object[].class, Map.of("subject", subject));
    }

    private static <T> Uni<List<T>> rows(String sql, Class<T> type, Map<String, ?> parameters) {
        return Panache.getSession().flatMap(session -> {
            var query = session.createNativeQuery(sql, type);
            parameters.forEach(query::setParameter);
            return query.getResultList();
        });
    }

    private static Uni<Integer> update(String sql, Map<String, ?> parameters) {
        return Panache.getSession().flatMap(session -> {
            var query = session.createNativeQuery(sql);
            parameters.forEach(query::setParameter);
            return query.executeUpdate();
        });
    }

    /** A group that somebody leaves: whether others own it, and who would inherit it, null when nobody is left. */
    record Left(UUID groupId, boolean owned, UUID heirId) {}
}
