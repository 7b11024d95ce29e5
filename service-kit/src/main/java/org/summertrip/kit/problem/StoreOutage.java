package org.summertrip.kit.problem;

/**
 * How a service recognises that its store is down rather than its code wrong: a bean per store. Such failures are answered
 * with 503 and {@code Retry-After}, and event consumers wait them out instead of declaring the event poison.
 */
@FunctionalInterface
public interface StoreOutage {
    /** Whether this failure, seen alone and without its causes, means that the store cannot be reached or did not answer. */
    boolean matches(Throwable failure);
}
