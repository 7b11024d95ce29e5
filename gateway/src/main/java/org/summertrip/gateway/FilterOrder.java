package org.summertrip.gateway;

/** In which order a request meets the filters. The kit's trace filter, at 10,000, comes before all of them. */
public enum FilterOrder {
    /** Finds the operation: a path that nobody serves is 404 even without a token. */
    MATCH(900),
    /** Asks for the token: everything that follows may only be learned by those who have one. */
    AUTHENTICATE(800),
    /** Refuses the wrong method and the oversized body, and hands the rest to the service. */
    FORWARD(700);

    private final int priority;

    FilterOrder(int priority) {
        this.priority = priority;
    }

    /** Higher is earlier. All are before Quarkus' own handlers, which must not touch a body that is to be streamed. */
    public int priority() {
        return priority;
    }
}
