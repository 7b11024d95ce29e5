package org.summertrip.gateway.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.summertrip.gateway.GatewayConfig;
import org.summertrip.gateway.Upstream;
import org.summertrip.gateway.contract.Contract;
import org.summertrip.gateway.contract.Contracts;

/**
 * Asks all services at once whether they are ready and well. A service that does not answer in time is down; asking never fails. It has
 * connections of its own, so that a pool full of slow requests is not mistaken for a dead service.
 */
@Singleton
public class Probe {
    private static final String READINESS = "/q/health/ready";
    /** What a service can do without for a while, such as Redis. */
    private static final String WELLNESS = "/q/health/well";

    private static final List<String> STORES = List.of("postgresql", "redis", "cassandra", "neo4j", "s3");

    private final List<String> services;
    private final GatewayConfig config;
    private final ObjectMapper mapper;
    private final HttpClient client;
    private final Uni<Health> remembered;

    public Probe(Contracts contracts, GatewayConfig config, ObjectMapper mapper, Vertx vertx) {
        this.services = contracts.services().stream().map(Contract::service).toList();
        this.config = config;
        this.mapper = mapper;
        int timeout = (int) config.health().timeout().toMillis();
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(timeout));
        this.remembered = Uni.createFrom()
                .deferred(this::askAll)
                .memoize()
                .forFixedDuration(config.health().remembered());
    }

    /** How everything is, or was a moment ago. */
    Uni<Health> health() {
        return remembered;
    }

    private Uni<Health> askAll() {
        List<Uni<ServiceHealth>> answers = services.stream()
                .map(service -> ask(config.upstreams().get(service)))
                .toList();
        return Uni.join().all(answers).andFailFast().map(this::named);
    }

    private Health named(List<ServiceHealth> answers) {
        Map<String, ServiceHealth> byName = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            byName.put(services.get(i), answers.get(i));
        }
        return Health.of(byName);
    }

    private Uni<ServiceHealth> ask(List<Upstream> addresses) {
        return Uni.join()
                .all(addresses.stream().map(this::ask).toList())
                .andFailFast()
                .map(ServiceHealth::ofReplicas);
    }

    private Uni<ServiceHealth> ask(Upstream upstream) {
        return Uni.combine()
                .all()
                .unis(ask(upstream, READINESS), ask(upstream, WELLNESS))
                .with(ServiceHealth::but);
    }

    private Uni<ServiceHealth> ask(Upstream upstream, String path) {
        return client.request(upstream.request().setURI(path).putHeader("Accept", "application/json"))
                .flatMap(HttpClientRequest::send)
                .flatMap(HttpClientResponse::body)
                .map(this::read)
                .ifNoItem()
                .after(config.health().timeout())
                .recoverWithItem(ServiceHealth.SILENT)
                .onFailure()
                .recoverWithItem(ServiceHealth.SILENT);
    }

    /** Readiness of Quarkus, which answers with the same body whether it is 200 or 503. */
    private ServiceHealth read(Buffer body) {
        try {
            JsonNode answer = mapper.readTree(body.getBytes());
            Map<String, Status> stores = new HashMap<>();
            for (JsonNode check : answer.path("checks")) {
                stores.merge(storeName(check.path("name").asText()), status(check), ServiceHealth::worse);
            }
            return new ServiceHealth(status(answer), stores);
        } catch (JsonProcessingException unreadable) {
            return ServiceHealth.SILENT;
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException("reading memory", impossible);
        }
    }

    /** Services name their checks as they like ("Cassandra connection health check"); here a store has one name everywhere. */
    private static String storeName(String check) {
        String name = check.toLowerCase(Locale.ROOT);
        return STORES.stream().filter(name::contains).findFirst().orElse(name);
    }

    private static Status status(JsonNode node) {
        return "UP".equals(node.path("status").asText()) ? Status.UP : Status.DOWN;
    }
}
