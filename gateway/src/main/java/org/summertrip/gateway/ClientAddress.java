package org.summertrip.gateway;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where a request comes from: the peer of the connection or, as far as the peers are trusted proxies, whom they name. Read from the
 * right: what stands left of the first untrusted address is that address' own claim.
 */
@Singleton
public class ClientAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<Network> trusted;

    public ClientAddress(GatewayConfig config) {
        this.trusted = config.trustedProxies().orElse(List.of());
    }

    public boolean isTrusted(String address) {
        return !trusted.isEmpty() && trusted.stream().anyMatch(network -> network.contains(address));
    }

    public String of(HttpServerRequest request) {
        String client = request.remoteAddress().hostAddress();
        if (!isTrusted(client)) {
            return client;
        }
        for (String named : hopsFromTheRight(request)) {
            if (!isTrusted(client) || !Network.isAddress(named)) {
                return client;
            }
            client = named;
        }
        return client;
    }

    private static List<String> hopsFromTheRight(HttpServerRequest request) {
        List<String> hops = new ArrayList<>();
        for (String header : request.headers().getAll(FORWARDED_FOR)) {
            for (String hop : header.split(",")) {
                hops.add(hop.strip());
            }
        }
        Collections.reverse(hops);
        return hops;
    }
}
