package org.summertrip.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.Configurations;
import org.summertrip.gateway.route.RouteTable;

/** The contracts that are really served, as they lie beside this module. */
class RealContractsTest {
    /** Whoever wants to add to this list wants to open the product to the whole world. */
    private static final Set<String> OPEN_TO_EVERYBODY = Set.of(
            "POST /users", "POST /auth/login", "POST /auth/refresh", "POST /auth/token", "GET /.well-known/jwks.json");

    private final Contracts contracts = new Contracts(Configurations.of(Map.of(
            "gateway.contracts",
            "contracts/users-service/openapi.yaml,contracts/messaging-service/openapi.yaml,"
                    + "contracts/graph-service/openapi.yaml,contracts/files-service/openapi.yaml",
            "gateway.upstreams.\"users-service\"",
            "http://127.0.0.1:8081",
            "gateway.upstreams.\"messaging-service\"",
            "http://127.0.0.1:8082",
            "gateway.upstreams.\"graph-service\"",
            "http://127.0.0.1:8083",
            "gateway.upstreams.\"files-service\"",
            "http://127.0.0.1:8084")));

    @Test
    void openNothingUnforeseenToEverybody() {
        Set<String> open = operations().stream()
                .filter(Operation::anonymous)
                .map(operation -> operation.method() + " " + operation.template())
                .filter(operation -> !operation.startsWith("OPTIONS /files/uploads"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(OPEN_TO_EVERYBODY.containsAll(open), open.toString());
        assertTrue(open.containsAll(Set.of("POST /users", "POST /auth/login", "GET /.well-known/jwks.json")));
    }

    @Test
    void canBeServedTogether() {
        new RouteTable(contracts);

        assertEquals(4, contracts.services().size());
        assertFalse(operations().isEmpty());
    }

    private List<Operation> operations() {
        return contracts.services().stream()
                .flatMap(contract -> contract.operations().stream())
                .toList();
    }
}
