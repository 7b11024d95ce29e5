package org.summertrip.graph.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.neo4j.driver.Driver;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.TransientException;

/**
 * One session per transaction, closed whatever happens. A deadlock, or a connection that died while it was idle, is tried again
 * within milliseconds: the driver's own retry would rest a second before its first, and keep a caller of a dead store waiting.
 */
@Singleton
class Sessions {
    private static final Logger LOG = Logger.getLogger(Sessions.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);
    private static final int RECONNECTIONS = 4;

    /** Another transaction deleted what this one had found and not locked yet; the next look will not find it. */
    private static final String DELETED_MEANWHILE = "Neo.ClientError.Statement.EntityNotFound";

    private final Driver driver;

    Sessions(Driver driver) {
        this.driver = driver;
    }

    <T> Uni<T> read(Work<T> work, Duration timeout) {
        return transact(
                session -> session.executeReadAsync(
                        queries -> work.in(new Transaction(queries)).subscribeAsCompletionStage(), limit(timeout)),
                timeout);
    }

    <T> Uni<T> write(Work<T> work, Duration timeout) {
        return transact(
                session -> session.executeWriteAsync(
                        queries -> work.in(new Transaction(queries)).subscribeAsCompletionStage(), limit(timeout)),
                timeout);
    }

    private <T> Uni<T> transact(Function<AsyncSession, CompletionStage<T>> transaction, Duration timeout) {
        return resumed(repeated(Uni.createFrom().deferred(() -> once(transaction)))
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new TimeoutException("no answer from Neo4j within " + timeout)));
    }

    /** A lost connection a few times, since a dead store stays dead; a busy one for as long as the caller waits. */
    private static <T> Uni<T> repeated(Uni<T> attempt) {
        return attempt.onFailure(Sessions::isConnectionLost)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(RECONNECTIONS)
                .onFailure(Sessions::passesByItself)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private <T> Uni<T> once(Function<AsyncSession, CompletionStage<T>> transaction) {
        AsyncSession session = driver.session(AsyncSession.class);
        return Uni.createFrom()
                .completionStage(() -> transaction.apply(session))
                .onTermination()
                .call(() -> close(session));
    }

    /**
     * The outcome is decided by then: a session that cannot say goodbye to a dead server changes nothing about it, and the pool
     * throws its connection away.
     */
    private static Uni<Void> close(AsyncSession session) {
        return Uni.createFrom()
                .completionStage(session::closeAsync)
                .onFailure()
                .invoke(failure -> LOG.debugf("session was not closed in good order cause=%s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static TransactionConfig limit(Duration timeout) {
        return TransactionConfig.builder().withTimeout(timeout).build();
    }

    private static boolean isConnectionLost(Throwable failure) {
        return failure instanceof RetryableException && !(failure instanceof TransientException);
    }

    /** Deadlocks, a server out of memory for more transactions, a full queue of those who wait for a connection. */
    private static boolean passesByItself(Throwable failure) {
        return failure instanceof TransientException
                || failure instanceof ClientException refused && DELETED_MEANWHILE.equals(refused.code());
    }

    /** Brings the result from the driver's thread back to the Vert.x context that asked for it. */
    private static <T> Uni<T> resumed(Uni<T> work) {
        Context context = Vertx.currentContext();
        return context == null ? work : work.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }
}
