package org.summertrip.users.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8,127.9.8.7,true",
        "127.0.0.0/8,128.0.0.1,false",
        "10.42.0.0/15,10.43.255.255,true",
        "10.42.0.0/15,10.44.0.0,false",
        "192.168.1.7,192.168.1.7,true",
        "192.168.1.7,192.168.1.8,false",
        "0.0.0.0/0,8.8.8.8,true",
        "::1,::1,true",
        "::1,0:0:0:0:0:0:0:1%0,true",
        "fd00::/8,fd12::1,true",
        "fd00::/8,fe80::1,false",
        "127.0.0.0/8,::1,false",
        "127.0.0.0/8,localhost,false",
        // Looks like hexadecimal digits, but is a name: looking it up would block.
        "0.0.0.0/0,face.be,false",
        "127.0.0.0/8,::ffff:127.0.0.1,true",
    })
    void holdsTheAddressesOfItsPrefix(String network, String address, boolean contained) {
        assertEquals(contained, Network.parse(network).contains(Network.bytes(address)));
    }

    @Test
    void refusesWhatIsNoNetwork() {
        for (String bad : new String[] {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "example.org/8"}) {
            assertThrows(IllegalArgumentException.class, () -> Network.parse(bad), bad);
        }
    }
}
