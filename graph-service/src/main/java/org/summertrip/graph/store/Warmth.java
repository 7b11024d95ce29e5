package org.summertrip.graph.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Has the queries planned that the first callers would otherwise wait for. Fails open: without it they merely wait. */
@Singleton
class Warmth {
    private static final Logger LOG = Logger.getLogger(Warmth.class);

    private final Sessions sessions;
    private final Instance<WarmUp> warmUps;
    private final StoreConfig config;
    private final AtomicBoolean done = new AtomicBoolean();

    Warmth(Sessions sessions, @Any Instance<WarmUp> warmUps, StoreConfig config) {
        this.sessions = sessions;
        this.warmUps = warmUps;
        this.config = config;
    }

    boolean done() {
        return done.get();
    }

    /** Begins once the schema is there: a plan depends on it. */
    void begin() {
        Multi.createFrom()
                .iterable(warmUps)
                .onItem()
                .transformToUniAndConcatenate(this::plan)
                .collect()
                .asList()
                .subscribe()
                .with(
                        planned -> {
                            LOG.infof("queries are planned sets=%d", planned.size());
                            done.set(true);
                        },
                        failure -> {
                            LOG.warnf("queries could not be planned in advance cause=%s", failure);
                            done.set(true);
                        });
    }

    private Uni<Boolean> plan(WarmUp warmUp) {
        return sessions.write(warmUp::warmUp, config.warmUpTimeout()).replaceWith(true);
    }
}
