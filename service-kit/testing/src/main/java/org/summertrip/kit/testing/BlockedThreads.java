package org.summertrip.kit.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Fails a test class during which an event loop was blocked for longer than Vert.x allows (two seconds). Quarkus finds it by
 * itself, so it guards every service's tests that have this module.
 */
public class BlockedThreads implements QuarkusTestBeforeClassCallback, QuarkusTestAfterAllCallback {
    private static final Logger CHECKER = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");
    private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();
    private static final Handler LISTENER = new Listener();

    /** What was blocked since the last call. */
    static List<String> take() {
        List<String> taken = new ArrayList<>();
        for (String blocked = SEEN.poll(); blocked != null; blocked = SEEN.poll()) {
            taken.add(blocked);
        }
        return taken;
    }

    @Override
    public void beforeClass(Class<?> testClass) {
        CHECKER.removeHandler(LISTENER);
        CHECKER.addHandler(LISTENER);
        SEEN.clear();
    }

    @Override
    public void afterAll(QuarkusTestContext context) {
        List<String> blocked = take();
        if (!blocked.isEmpty()) {
            throw new AssertionError("event loops were blocked: " + String.join("; ", blocked));
        }
    }

    /** Vert.x warns once a second, with a stack trace after five: the message is enough here, the log has the rest. */
    private static final class Listener extends Handler {
        @Override
        public void publish(LogRecord entry) {
            String text = String.valueOf(entry.getMessage());
            if (text.contains("has been blocked")) {
                SEEN.add(text);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
