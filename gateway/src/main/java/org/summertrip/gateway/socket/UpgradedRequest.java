package org.summertrip.gateway.socket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;
import org.jboss.logging.Logger;

/**
 * The request that became a socket. Quarkus counts it as running until its answer ends, which the answer of an upgrade never does, and
 * waits for it in vain whenever it stops. There is no public way to tell it; hence this one private call. Should a later Quarkus not
 * know it any more, stopping takes as long as {@code quarkus.shutdown.timeout}, and a test fails.
 */
@RegisterForReflection(targets = QuarkusRequestWrapper.class)
final class UpgradedRequest {
    private static final Logger LOG = Logger.getLogger(UpgradedRequest.class);

    private UpgradedRequest() {}

    /** The socket is gone. */
    static void done(HttpServerRequest request) {
        try {
            Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
            done.setAccessible(true);
            done.invoke(QuarkusRequestWrapper.get(request));
        } catch (ReflectiveOperationException changed) {
            LOG.debug("an upgraded request stays counted", changed);
        }
    }
}
