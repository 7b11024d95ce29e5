package org.summertrip.messaging.cassandra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicationTest {
    @Test
    void namesTheCopiesOfEachDatacenter() {
        assertEquals(
                "{'class': 'NetworkTopologyStrategy', 'dc1': 3, 'dc2': 2}",
                Replication.of("dc2=2, dc1=3").cql());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "dc1=0", "dc1=", "dc1'=3", "dc1=10"})
    void refusesNonsense(String text) {
        assertThrows(IllegalArgumentException.class, () -> Replication.of(text));
    }
}
