package org.summertrip.gateway;

/**
 * In which order a request meets the filters. The kit's trace filter, at 10,000, comes before all of them; {@code web} has two more just
 * before {@link #CORS}, so that preflights and refusals are marked too.
 */
public enum FilterOrder {
    /** Answers other origins' preflights and says which origins may read the answers. */
    CORS(950),
    /** Finds the operation that is asked for. */
    MATCH(900),
    /** Looks at the token, where one is needed. Refuses nobody yet. */
    IDENTIFY(850),
    /** Counts the request: also one that will be refused, otherwise guessing would be free. */
    LIMIT(800),
    /** Refuses paths that nobody serves: 404 even without a token. */
    REFUSE(780),
    /** Asks for the token: everything that follows may only be learned by those who have one. */
    AUTHENTICATE(760),
    /** Makes a socket of a request for one. */
    SOCKET(740),
    /** Answers what is gathered from several services and streamed. */
    COMPOSE(720),
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
