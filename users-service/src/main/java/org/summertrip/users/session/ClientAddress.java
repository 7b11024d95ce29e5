package org.summertrip.users.session;

import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a login comes from. Proxies append to {@code X-Forwarded-For}, so it is read from its end for as long as the one who
 * wrote an entry is trusted: what a client puts in front of it is never believed.
 */
@Startup
@Singleton
public class ClientAddress {
    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<Network> trusted;
    private final List<Network> exempt;

    @Inject
    public ClientAddress(SessionConfig config) {
        this(config.trustedProxies().orElse(Set.of()), config.exemptNetworks().orElse(Set.of()));
    }

    ClientAddress(Set<String> trusted, Set<String> exempt) {
        this.trusted = trusted.stream().map(Network::parse).toList();
        this.exempt = exempt.stream().map(Network::parse).toList();
    }

    /** What failures are counted by; empty when they are not counted for this client. */
    Optional<String> counted(HttpServerRequest request) {
        String peer =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        byte[] client = client(peer, request.headers().getAll("X-Forwarded-For"));
        if (client == null || within(exempt, client)) {
            return Optional.empty();
        }
        // Who has one IPv6 address has the 2^64 beside it too.
        return Optional.of(HexFormat.of().formatHex(client, 0, Math.min(client.length, IPV6_NETWORK_BYTES)));
    }

    byte[] client(String peer, List<String> forwarded) {
        byte[] client = peer == null ? null : Network.bytes(peer);
        List<String> hops = forwarded.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
        for (int hop = hops.size() - 1; hop >= 0 && client != null && within(trusted, client); hop--) {
            byte[] before = Network.bytes(hops.get(hop));
            if (before == null) {
                return client;
            }
            client = before;
        }
        return client;
    }

    private static boolean within(List<Network> networks, byte[] address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
