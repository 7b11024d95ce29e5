package org.summertrip.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.summertrip.gateway.Configurations;
import org.summertrip.gateway.contract.Contracts;

class RouteTableTest {
    private final RouteTable table = new RouteTable(new Contracts(Configurations.ofStandIns(Map.of())));

    @ParameterizedTest
    @CsvSource({
        "/things, /things",
        "/things/mine, /things/mine",
        "/things/yours, /things/{id}",
        "/things/mine/parts, /things/{id}/parts",
        "/things/mine/, ",
        "/things/, ",
        "/, ",
        "/things/7/parts/8, ",
        "/internal/export, ",
        "/q/secret, ",
    })
    void prefersLiteralsAndStepsBackFromThem(String path, String template) {
        Optional<ServedPath> found = RequestPath.of(path).flatMap(table::find);

        assertEquals(Optional.ofNullable(template), found.map(ServedPath::template));
    }

    @Test
    void refusesToServeOneOperationOfTwoServices() {
        Contracts contracts = new Contracts(Configurations.ofStandIns(Map.of(
                "gateway.contracts", "contracts/alpha-service/openapi.yaml,clashing/gamma-service/openapi.yaml",
                "gateway.upstreams.\"gamma-service\"", "http://127.0.0.1:1")));

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> new RouteTable(contracts));

        assertTrue(
                refused.getMessage()
                        .contains("GET /things/{thingId} of gamma-service collides with GET /things/{id} of"),
                refused.getMessage());
        assertTrue(refused.getMessage().contains("/files/{name}.json of gamma-service has a parameter within"));
    }
}
