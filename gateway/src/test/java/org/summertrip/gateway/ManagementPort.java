package org.summertrip.gateway;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;

/** Sends what is under /q to the management port, where the gateway has it, for tests that know of one port only. */
final class ManagementPort implements Filter {
    private final int port;

    private ManagementPort(int port) {
        this.port = port;
    }

    static void use(URI management) {
        RestAssured.filters(new ManagementPort(management.getPort()));
    }

    static void leave() {
        RestAssured.replaceFiltersWith(java.util.List.of());
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        if (URI.create(request.getURI()).getPath().startsWith("/q/")) {
            request.port(port);
        }
        return context.next(request, response);
    }
}
