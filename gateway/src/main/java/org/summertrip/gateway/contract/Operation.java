package org.summertrip.gateway.contract;

import io.vertx.core.http.HttpMethod;

/**
 * One thing that a service can be asked to do.
 *
 * @param template the path with its parameters in braces: {@code /users/{id}}
 * @param anonymous whether it is done without a token
 */
public record Operation(String service, HttpMethod method, String template, boolean anonymous) {
    @Override
    public String toString() {
        return method + " " + template + " of " + service;
    }
}
