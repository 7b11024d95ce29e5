package org.summertrip.gateway.health;

/** How something is. */
public enum Status {
    /** All of it works. */
    UP,
    /** A part of it does not work. */
    DEGRADED,
    /** Nothing of it works. */
    DOWN
}
