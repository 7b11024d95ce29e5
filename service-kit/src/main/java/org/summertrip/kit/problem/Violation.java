package org.summertrip.kit.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param field where, as a path: {@code email}, {@code items[0].activityId}
 * @param in which part of the request: {@code body}, {@code query}, {@code path}, {@code header} or {@code form}
 * @param message what is wrong with it, readable by a person
 */
public record Violation(String field, String in, String message) {
    /** Hibernate Validator calls the element of a list {@code .<list element>}; its index says enough. */
    public Violation {
        field = field.replaceAll("\\.?<[^>]*>", "");
    }
}
