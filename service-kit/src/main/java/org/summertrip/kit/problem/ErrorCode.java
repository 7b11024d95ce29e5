package org.summertrip.kit.problem;

/** One way of saying no. Each service lists its own in an enum, so that all of them can be read on one screen. */
public interface ErrorCode {
    /** Stable, kebab-case, safe for clients to switch on; also the last segment of the problem's {@code type}. */
    String code();

    /** The HTTP status that goes with it. */
    int status();

    /** Short, human, the same for every occurrence. */
    String title();
}
