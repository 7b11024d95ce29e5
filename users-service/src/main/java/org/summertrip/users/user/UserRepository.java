package org.summertrip.users.user;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.summertrip.users.text.SearchKey;

/** Every query of the table of accounts. */
@ApplicationScoped
class UserRepository implements PanacheRepositoryBase<UserEntity, UUID> {
    Uni<UserEntity> findByEmail(String email) {
        return find("email", email).firstResult();
    }

    /** The newest accounts, or those before the one given. */
    Uni<List<UserEntity>> newest(UUID before, int limit) {
        return before == null
                ? find("order by id desc").range(0, limit - 1).list()
                : find("id < ?1 order by id desc", before).range(0, limit - 1).list();
    }

    /** The newest accounts whose first or last name starts like this, without case or accents. */
    Uni<List<UserEntity>> newestNamedLike(String start, UUID before, int limit) {
        String pattern = SearchKey.likePrefix(start);
        UUID bound = before == null ? LAST : before;
        return find(
                        "id < ?1 and (firstNameKey like ?2 escape '\\' or lastNameKey like ?2 escape '\\') order by id desc",
                        bound,
                        pattern)
                .range(0, limit - 1)
                .list();
    }

    /** The oldest accounts, or those after the one given. */
    Uni<List<UserEntity>> oldest(UUID after, int limit) {
        return find("id > ?1 order by id", after).range(0, limit - 1).list();
    }

    private static final UUID LAST = new UUID(-1L, -1L);
}
