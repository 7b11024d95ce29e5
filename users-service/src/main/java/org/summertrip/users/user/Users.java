package org.summertrip.users.user;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;
import org.summertrip.users.outbox.Facts;
import org.summertrip.users.password.Passwords;
import org.summertrip.users.text.SearchKey;

/** Accounts: signing up touches the worker pool, the table and the outbox; the other packages ask here for heads and accounts. */
@ApplicationScoped
public class Users {
    private final UserRepository repository;
    private final Passwords passwords;
    private final Facts facts;
    private final OutboxRelay relay;
    private final Ids ids;
    private final Clock clock;

    Users(UserRepository repository, Passwords passwords, Facts facts, OutboxRelay relay, Ids ids, Clock clock) {
        this.repository = repository;
        this.passwords = passwords;
        this.facts = facts;
        this.relay = relay;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes an account; a second one with the same e-mail is refused, also when both are made at once. */
    Uni<User> signUp(NewUser wanted) {
        return passwords
                .hash(wanted.password())
                .map(hash -> entity(wanted, hash))
                .flatMap(this::store)
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> new ProblemException(UsersError.EMAIL_TAKEN))
                .invoke(relay::wake);
    }

    private Uni<User> store(UserEntity account) {
        return Panache.withTransaction(() -> repository
                .persistAndFlush(account)
                .flatMap(stored -> Panache.getSession()
                        .flatMap(session -> facts.store(session, "user.created", stored.id, PublicUser.of(stored))))
                .map(told -> User.of(account)));
    }

    private UserEntity entity(NewUser wanted, String hash) {
        // PostgreSQL keeps microseconds: what is answered now must equal what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UserEntity account = new UserEntity();
        account.id = ids.next();
        account.email = wanted.email();
        account.passwordHash = hash;
        account.firstName = wanted.firstName();
        account.lastName = wanted.lastName();
        account.firstNameKey = SearchKey.of(wanted.firstName());
        account.lastNameKey = SearchKey.of(wanted.lastName());
        account.createdAt = now;
        account.updatedAt = now;
        return account;
    }

    /** The account that signs in with this address, whatever its case. */
    public Uni<Optional<Account>> accountOf(String email) {
        return Panache.withSession(() -> repository.findByEmail(email.strip().toLowerCase(Locale.ROOT)))
                .map(row -> Optional.ofNullable(row).map(found -> new Account(User.of(found), found.passwordHash)));
    }

    /** The account as its owner sees it. */
    public Uni<Optional<User>> find(UUID id) {
        return Panache.withSession(() -> repository.findById(id))
                .map(row -> Optional.ofNullable(row).map(User::of));
    }

    /** The accounts with these ids that exist, as everybody sees them, in one query. */
    public Uni<Map<UUID, PublicUser>> heads(List<UUID> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.withSession(() -> repository.list("id in ?1", wanted))
                .map(rows -> rows.stream()
                        .map(PublicUser::of)
                        .collect(Collectors.toMap(PublicUser::id, Function.identity())));
    }
}
