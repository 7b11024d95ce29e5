package org.summertrip.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the gateway works. Read whole at start: with a wrong value it does not start, and says all that is wrong at once. */
@ConfigMapping(prefix = "gateway")
public interface GatewayConfig {
    /**
     * The contracts on the class path, {@code contracts/<service>/openapi.yaml}. Their order decides which service keeps a schema
     * name that two of them use for different things.
     */
    @NotEmpty List<String> contracts();

    /**
     * Where each service of the contracts listens: {@code http[s]://host[:port]}, by the name of the service; several addresses with
     * commas between them. Where something else distributes requests, as a Kubernetes Service does, one address is enough.
     */
    Map<String, List<Upstream>> upstreams();

    /**
     * Peers whose {@code X-Forwarded-*} headers are believed, as addresses or networks ({@code 10.42.0.0/16}). Everybody else's are
     * dropped, so that no client can pose as another address.
     */
    Optional<List<Network>> trustedProxies();

    /** JSON bodies that announce more than this are refused at the door. Uploads of other types are the service's affair. */
    @WithDefault("1M")
    MemorySize jsonBodyLimit();

    /** The way to the services. */
    Proxying proxy();

    /** When an address of a service gets no more requests, and when again. */
    Breaking breaker();

    /** What {@code GET /health} asks. */
    Probing health();

    /** Which pages of other origins may call the API from a browser. */
    Sharing cors();

    /** Timeouts and pool of the connections to the services. Each of the timeouts ends in 503. */
    interface Proxying {
        /** How long a connection may take to be established, and also how long a request waits for one of a full pool. */
        @WithDefault("1s")
        @DurationMin(millis = 10)
        @DurationMax(minutes = 1)
        Duration connectTimeout();

        /** How long a service may take from the last byte of the request to the first of the answer. */
        @WithDefault("30s")
        @DurationMin(millis = 10)
        @DurationMax(hours = 1)
        Duration firstByteTimeout();

        /** The same for single paths, as the contract writes them: {@code "/storage/upload"}. */
        Map<String, Duration> firstByteTimeouts();

        /** How long a transfer may stand still, whichever side has stopped. */
        @WithDefault("2m")
        @DurationMin(millis = 10)
        @DurationMax(hours = 1)
        Duration idleTimeout();

        /** How long an unused connection is kept; shorter than the services keep theirs, so that none is used as it closes. */
        @WithDefault("60s")
        @DurationMin(seconds = 1)
        @DurationMax(minutes = 25)
        Duration keepAlive();

        /** How many connections to one service there may be; each event loop may have twice its even share. */
        @WithDefault("256")
        @Min(1) @Max(10_000) int connections();

        /** How many requests may wait for one of them, over all services; each event loop may have twice its even share. */
        @WithDefault("1024")
        @Min(0) @Max(100_000) int waiting();

        /** What a client is told to wait when a service did not answer. */
        @WithDefault("2s")
        @DurationMin(seconds = 1)
        Duration retryAfter();
    }

    /** The circuit breaker of each address. */
    interface Breaking {
        /** So many requests in a row that could not be sent or were not answered, and the address is left out. */
        @WithDefault("5")
        @Min(1) @Max(1_000) int failures();

        /** How often an address that is left out is asked whether it is back. */
        @WithDefault("1s")
        @DurationMin(millis = 10)
        @DurationMax(minutes = 5)
        Duration probeInterval();

        /** How long that question may take. */
        @WithDefault("1s")
        @DurationMin(millis = 10)
        @DurationMax(seconds = 30)
        Duration probeTimeout();
    }

    /** Cross-origin resource sharing. Tokens travel in a header, never in a cookie, so that no page can use them unasked. */
    interface Sharing {
        /** Origins such as {@code https://app.example}; {@code *} for all. Without any, browsers let only the gateway's own pages in. */
        Optional<List<String>> origins();

        /** How long a browser may remember the answer. */
        @WithDefault("10m")
        @DurationMin(seconds = 0)
        @DurationMax(hours = 24)
        Duration maxAge();
    }

    /** How the services are asked how they are. */
    interface Probing {
        /** A service that takes longer counts as down. */
        @WithDefault("1s")
        @DurationMin(millis = 10)
        @DurationMax(seconds = 30)
        Duration timeout();

        /** How long an answer is given again, so that nobody can hammer the services through {@code /health}. */
        @WithDefault("1s")
        @DurationMin(millis = 10)
        @DurationMax(minutes = 1)
        Duration remembered();
    }
}
