package org.summertrip.users.user;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;
import org.summertrip.users.outbox.Facts;
import org.summertrip.users.outbox.Transactions;
import org.summertrip.users.password.Passwords;

/** How accounts come about: by signing up here, or by a token of the external issuer. */
@ApplicationScoped
class SigningUp {
    private final UserRepository repository;
    private final Passwords passwords;
    private final Facts facts;
    private final Transactions transactions;
    private final ExternalIssuer external;
    private final Ids ids;
    private final Clock clock;

    SigningUp(
            UserRepository repository,
            Passwords passwords,
            Facts facts,
            Transactions transactions,
            ExternalIssuer external,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.passwords = passwords;
        this.facts = facts;
        this.transactions = transactions;
        this.external = external;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes an account; a second one with the same e-mail is refused, also when both are made at once. */
    Uni<User> signUp(NewUser wanted) {
        external.mustNotBe();
        return passwords.hash(wanted.password()).flatMap(hash -> store(entity(ids.next(), hash, wanted)));
    }

    /** Makes the account that a token of the external issuer speaks of; it has no password here. */
    Uni<User> welcome(UUID id, NewUser claimed) {
        return store(entity(id, null, claimed));
    }

    private Uni<User> store(UserEntity account) {
        return transactions
                .run(() -> repository
                        .persistAndFlush(account)
                        .flatMap(stored -> facts.store("user.created", stored.id, PublicUser.of(stored)))
                        .map(told -> User.of(account)))
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> new ProblemException(UsersError.EMAIL_TAKEN));
    }

    private UserEntity entity(UUID id, String hash, NewUser wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UserEntity account = new UserEntity();
        account.id = id;
        account.email = wanted.email();
        account.passwordHash = hash;
        account.createdAt = now;
        account.take(new UserChanges(wanted.firstName(), wanted.lastName(), null, null), now);
        return account;
    }
}
