package org.summertrip.users.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.session.Sessions;

/** Everything that is held about somebody, except the hash of their password, which is ours to guard and of no use to them. */
@Singleton
class ExportRepository {
    /** One statement and so one moment: parts read one after the other could contradict each other. */
    private static final String EXPORT = """
            select cast(json_build_object(
                'account', json_build_object('id', u.id, 'email', u.email, 'firstName', u.first_name, 'lastName', u.last_name,
                    'avatarFileId', u.avatar_file_id, 'locale', u.locale,
                    'createdAt', rfc3339(u.created_at), 'updatedAt', rfc3339(u.updated_at)),
                'memberships', coalesce((select json_agg(json_build_object('groupId', g.id, 'name', g.name, 'role', m.role,
                        'state', m.state, 'joinedAt', rfc3339(m.joined_at)) order by m.joined_at)
                    from memberships m join groups g on g.id = m.group_id where m.user_id = u.id), '[]'),
                'groupsFounded', coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name,
                        'description', g.description, 'destination', g.destination, 'createdAt', rfc3339(g.created_at)) order by g.id)
                    from groups g where g.created_by = u.id), '[]'),
                'invites', coalesce((select json_agg(json_build_object('id', i.id, 'groupId', i.group_id,
                        'sent', i.created_by = u.id, 'createdAt', rfc3339(i.created_at), 'expiresAt', rfc3339(i.expires_at),
                        'used', i.used) order by i.id)
                    from invites i where i.created_by = u.id or i.user_id = u.id), '[]'),
                'activities', coalesce((select json_agg(json_build_object('id', a.id, 'groupId', a.group_id, 'type', a.type,
                        'title', a.title, 'description', a.description, 'location', a.location, 'latitude', a.latitude,
                        'longitude', a.longitude, 'scheduledAt', rfc3339(a.scheduled_at), 'durationMinutes', a.duration_minutes,
                        'status', a.status, 'createdAt', rfc3339(a.created_at)) order by a.id)
                    from activities a where a.proposed_by = u.id), '[]'),
                'votes', coalesce((select json_agg(json_build_object('activityId', v.activity_id, 'value', v.value,
                        'votedAt', rfc3339(v.voted_at)) order by v.voted_at)
                    from votes v where v.user_id = u.id), '[]'),
                'purchases', coalesce((select json_agg(json_build_object('id', p.id, 'productType', p.product_type,
                        'amount', cast(p.amount as text), 'currency', p.currency,
                        'purchasedAt', rfc3339(p.purchased_at)) order by p.id)
                    from purchases p where p.user_id = u.id), '[]')
            ) as text) from users u where u.id = :user""";

    private final Sessions sessions;
    private final ObjectMapper mapper;

    ExportRepository(Sessions sessions, ObjectMapper mapper) {
        this.sessions = sessions;
        this.mapper = mapper;
    }

    /** The document as JSON; fails with 401 for an account that is no more. */
    Uni<String> everythingAbout(UUID userId) {
        return Panache.withSession(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(EXPORT, String.class)
                                .setParameter("user", userId)
                                .getSingleResultOrNull()))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(CommonError.UNAUTHENTICATED))
                .flatMap(document -> sessions.of(userId).map(open -> with(document, open)));
    }

    private String with(String document, Object open) {
        try {
            ObjectNode whole = (ObjectNode) mapper.readTree(document);
            whole.set("sessions", mapper.valueToTree(open));
            return whole.toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL wrote it", impossible);
        }
    }
}
