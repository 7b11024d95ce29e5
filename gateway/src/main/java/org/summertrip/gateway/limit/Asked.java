package org.summertrip.gateway.limit;

import java.util.Set;

/**
 * What a request asks for, as far as limits care.
 *
 * @param shape the path with {@code {}} for its parameters; empty for what nobody serves
 * @param searches whether the query has a {@code q}
 */
record Asked(String method, String shape, boolean searches) {
    boolean is(String wanted, Set<String> shapes) {
        return method.equals(wanted) && shapes.contains(shape);
    }

    boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
