package org.summertrip.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void meansEverythingByDefault() {
        Arguments arguments = Arguments.parse(List.of("up"), "");

        assertEquals(Set.of(Store.values()), arguments.only());
        assertEquals(Map.of(), arguments.ports());
    }

    @Test
    void prefersAnOptionToTheEnvironment() {
        Arguments arguments =
                Arguments.parse(List.of("up", "--only", "redis,s3", "--port", "redis=3000"), "redis=1000,s3=2000");

        assertEquals(Set.of(Store.REDIS, Store.S3), arguments.only());
        assertEquals(Map.of(Store.REDIS, 3000, Store.S3, 2000), arguments.ports());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --directory",
                "up --only mysql",
                "up --port redis",
                "up --port redis=70000",
                "up --port redis=0",
                "up --wait"
            })
    void refusesNonsense(String line) {
        assertThrows(IllegalArgumentException.class, () -> Arguments.parse(List.of(line.split(" ")), ""));
    }
}
