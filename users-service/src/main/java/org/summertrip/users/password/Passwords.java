package org.summertrip.users.password;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.summertrip.kit.problem.ProblemException;

/** Hashes and checks passwords without ever occupying an event loop. */
@Singleton
public class Passwords {
    private final Argon2id argon2id;
    private final String nobodysHash;
    private final AtomicInteger underWay = new AtomicInteger();
    private final WorkerExecutor workers;
    private final int most;

    public Passwords(Vertx vertx, PasswordConfig config) {
        this.argon2id = new Argon2id((int) (config.memory().asLongValue() / 1024), config.passes());
        this.nobodysHash = argon2id.hash("the password of nobody");
        this.workers = vertx.createSharedWorkerExecutor("password", config.threads());
        this.most = config.threads() + config.waiting();
    }

    public Uni<String> hash(String password) {
        return work(() -> argon2id.hash(password));
    }

    /**
     * Whether this is the password of that hash.
     *
     * @param hash null for an account that does not exist: takes the same time and is false
     */
    public Uni<Boolean> matches(String password, String hash) {
        return work(() -> argon2id.matches(password, hash == null ? nobodysHash : hash) && hash != null);
    }

    private <T> Uni<T> work(Callable<T> task) {
        return Uni.createFrom().deferred(() -> {
            if (underWay.incrementAndGet() > most) {
                underWay.decrementAndGet();
                return Uni.createFrom()
                        .failure(ProblemException.unavailable(
                                "Too many logins and sign-ups at once", Duration.ofSeconds(1), null));
            }
            return workers.executeBlocking(task, false).onTermination().invoke(underWay::decrementAndGet);
        });
    }
}
