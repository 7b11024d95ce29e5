package org.summertrip.users.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    private final ClientAddress address = trusting("10.0.0.0/8", "127.0.0.0/8");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 198.51.100.1 | 203.0.113.7",
                "10.1.2.3 | 198.51.100.1 | 198.51.100.1",
                "10.1.2.3 | 1.1.1.1, 198.51.100.1 | 198.51.100.1",
                "10.1.2.3 | 198.51.100.1, 10.9.9.9 | 198.51.100.1",
                "10.1.2.3 | nonsense, 10.9.9.9 | 10.9.9.9",
                "10.1.2.3 | evil.example | 10.1.2.3",
                "::ffff:10.1.2.3 | 2001:db8::1 | 2001:db8::1"
            })
    void believesTheProxiesThatItTrustsOnly(String peer, String forwarded, String client) {
        assertArrayEquals(Network.bytes(client), address.client(peer, List.of(forwarded)));
    }

    private static ClientAddress trusting(String... networks) {
        return new ClientAddress(Set.of(networks), Set.of());
    }
}
