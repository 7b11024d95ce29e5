package org.summertrip.users.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.JDBCException;
import org.hibernate.exception.ConstraintViolationException;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/** Runs a change as one transaction, its events included, and has them published as soon as it is committed. */
@Singleton
public class Transactions {
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    /** The constraints that say "whoever acts has an account" are named so. */
    private static final String ACCOUNT = "_account";

    /** PostgreSQL ends one of two transactions that wait for each other; done again, it comes second. */
    private static final String DEADLOCK = "40P01";

    private static final int TRIES = 3;
    private static final int DEPTH = 12;

    private final OutboxRelay relay;

    public Transactions(OutboxRelay relay) {
        this.relay = relay;
    }

    /** Commits what {@code change} does, or nothing of it when it fails. */
    public <T> Uni<T> run(Supplier<Uni<T>> change) {
        return Panache.withTransaction(change)
                .onFailure(failure -> hasState(failure, DEADLOCK))
                .retry()
                .atMost(TRIES)
                .invoke(relay::wake)
                .onFailure(Transactions::isOfNobody)
                .transform(erased -> new ProblemException(CommonError.UNAUTHENTICATED));
    }

    /** An access token outlives its account by minutes; the database knows that nobody is behind it any more. */
    private static boolean isOfNobody(Throwable failure) {
        return hasState(failure, FOREIGN_KEY_VIOLATION)
                && cause(failure, ConstraintViolationException.class)
                        .map(ConstraintViolationException::getConstraintName)
                        .filter(constraint -> constraint.endsWith(ACCOUNT))
                        .isPresent();
    }

    private static boolean hasState(Throwable failure, String state) {
        return cause(failure, JDBCException.class)
                .filter(error -> state.equals(error.getSQLState()))
                .isPresent();
    }

    private static <T> Optional<T> cause(Throwable failure, Class<T> type) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEPTH; depth++, current = current.getCause()) {
            if (type.isInstance(current)) {
                return Optional.of(type.cast(current));
            }
        }
        return Optional.empty();
    }
}
