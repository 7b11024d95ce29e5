package org.summertrip.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.summertrip.gateway.GatewayConfig.Breaking;

/**
 * The addresses of each service and what is known of their health. A request goes where the fewest are under way. An address that failed
 * several times in a row gets no more requests; it is asked in the background whether it answers anything at all, and is used again
 * once it does. No request of a client is spent on finding that out.
 */
@Singleton
public class Backends {
    private static final Logger LOG = Logger.getLogger(Backends.class);
    private static final String PROBE = "/q/health/live";

    private final Map<String, List<Backend>> byService = new HashMap<>();
    private final Breaking config;
    private final HttpClient client;
    private final Vertx vertx;
    private final AtomicInteger turn = new AtomicInteger();

    public Backends(GatewayConfig config, Vertx vertx, MeterRegistry meters) {
        this.config = config.breaker();
        this.vertx = vertx;
        int timeout = (int) this.config.probeTimeout().toMillis();
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(timeout));
        config.upstreams().forEach((service, upstreams) -> {
            List<Backend> backends = upstreams.stream()
                    .map(upstream -> new Backend(service, upstream))
                    .toList();
            byService.put(service, backends);
            backends.forEach(backend ->
                    meters.gauge("gateway.backend.open", tags(backend), backend.open, open -> open.get() ? 1 : 0));
        });
    }

    private static List<Tag> tags(Backend backend) {
        String address = backend.upstream.host() + ':' + backend.upstream.port();
        return List.of(Tag.of("service", backend.service), Tag.of("address", address));
    }

    /**
     * Where to send the next request; empty when no address that was not tried yet is thought to answer. The choice counts as under way
     * until {@link Choice#done}.
     */
    public Optional<Choice> choose(String service, Collection<Upstream> tried) {
        List<Backend> backends = byService.getOrDefault(service, List.of());
        int first = turn.getAndIncrement();
        Backend best = null;
        for (int i = 0; i < backends.size(); i++) {
            Backend backend = backends.get(Math.floorMod(first + i, backends.size()));
            boolean open = backend.open.get() || tried.contains(backend.upstream);
            if (!open && (best == null || backend.underWay.get() < best.underWay.get())) {
                best = backend;
            }
        }
        return Optional.ofNullable(best).map(Choice::new);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** An address that was chosen for one request. What became of it is to be reported. */
    public final class Choice {
        private final Backend backend;
        private final AtomicBoolean done = new AtomicBoolean();

        private Choice(Backend backend) {
            this.backend = backend;
            backend.underWay.incrementAndGet();
        }

        public Upstream upstream() {
            return backend.upstream;
        }

        /** It answered, whatever it answered. */
        public void answered() {
            backend.failures.set(0);
        }

        /** It could not be reached, or did not answer. */
        public void failed() {
            if (backend.failures.incrementAndGet() >= config.failures() && backend.open.compareAndSet(false, true)) {
                LOG.warnf("upstream left out service=%s address=%s", backend.service, backend.upstream);
                probeLater(backend);
            }
        }

        /** The request is over, one way or the other. */
        public void done() {
            if (done.compareAndSet(false, true)) {
                backend.underWay.decrementAndGet();
            }
        }
    }

    private void probeLater(Backend backend) {
        vertx.setTimer(
                config.probeInterval().toMillis(),
                timer -> client.request(
                                backend.upstream.request().setURI(PROBE).putHeader("Accept", "application/json"))
                        .compose(HttpClientRequest::send)
                        .compose(HttpClientResponse::body)
                        .timeout(config.probeTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        .onSuccess(alive -> close(backend))
                        .onFailure(silent -> probeLater(backend)));
    }

    private static void close(Backend backend) {
        LOG.infof("upstream used again service=%s address=%s", backend.service, backend.upstream);
        backend.failures.set(0);
        backend.open.set(false);
    }

    private static final class Backend {
        private final String service;
        private final Upstream upstream;
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicBoolean open = new AtomicBoolean();

        private Backend(String service, Upstream upstream) {
            this.service = service;
            this.upstream = upstream;
        }
    }
}
