package org.summertrip.users.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.summertrip.kit.patch.MergePatch;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.cache.Cache;
import org.summertrip.users.outbox.Facts;
import org.summertrip.users.outbox.Transactions;

/** Accounts as the other packages need them, and changing one: the table, the cache and the outbox. */
@ApplicationScoped
public class Users {
    private static final String CACHE = "user";

    private final UserRepository repository;
    private final Cache cache;
    private final MergePatch patches;
    private final Facts facts;
    private final Transactions transactions;
    private final Clock clock;

    Users(
            UserRepository repository,
            Cache cache,
            MergePatch patches,
            Facts facts,
            Transactions transactions,
            Clock clock) {
        this.repository = repository;
        this.cache = cache;
        this.patches = patches;
        this.facts = facts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Applies a merge patch to one's own account.
     *
     * @param precondition looks at the account as its owner sees it, and may throw
     */
    Uni<User> change(UUID id, JsonNode patch, Consumer<User> precondition) {
        return transactions
                .run(() -> repository
                        .findById(id, LockModeType.PESSIMISTIC_WRITE)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new ProblemException(CommonError.UNAUTHENTICATED))
                        .invoke(row -> precondition.accept(User.of(row)))
                        .call(row -> apply(patch, row))
                        .map(User::of))
                .call(changed -> cache.drop(CACHE, id));
    }

    private Uni<Void> apply(JsonNode patch, UserEntity row) {
        UserChanges present = row.fields();
        UserChanges wanted = patches.apply(present, patch, UserChanges.class);
        if (wanted.equals(present)) {
            return Uni.createFrom().voidItem();
        }
        row.take(wanted, now());
        return repository.flush().flatMap(stored -> facts.store("user.updated", row.id, PublicUser.of(row)));
    }

    /** Replaces the hash of the password. */
    public Uni<Void> changePassword(UUID id, String hash) {
        return transactions.run(() ->
                repository.update("passwordHash = ?1 where id = ?2", hash, id).replaceWithVoid());
    }

    /** The account that signs in with this address, whatever its case. */
    public Uni<Optional<Account>> accountOf(String email) {
        return Panache.withSession(() -> repository.findByEmail(email.strip().toLowerCase(Locale.ROOT)))
                .map(row -> Optional.ofNullable(row).map(Users::account));
    }

    /** The account with this id, for proving who one is. */
    public Uni<Optional<Account>> account(UUID id) {
        return Panache.withSession(() -> repository.findById(id))
                .map(row -> Optional.ofNullable(row).map(Users::account));
    }

    /** The account as its owner sees it. */
    public Uni<Optional<User>> find(UUID id) {
        return cache.get(
                CACHE,
                id,
                User.class,
                () -> Panache.withSession(() -> repository.findById(id))
                        .map(row -> Optional.ofNullable(row).map(User::of)));
    }

    /** The account is gone: nobody shall find it in the cache. */
    public Uni<Void> forget(UUID id) {
        return cache.drop(CACHE, id);
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

    private static Account account(UserEntity row) {
        return new Account(User.of(row), row.passwordHash);
    }

    private Instant now() {
        // PostgreSQL keeps microseconds: what is answered now must equal what is read later.
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
