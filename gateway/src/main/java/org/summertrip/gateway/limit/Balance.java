package org.summertrip.gateway.limit;

/**
 * What is left under one policy.
 *
 * @param resetMicros until the whole quota is there again
 * @param waitMicros until as much as was asked for is there; 0 when it was admitted
 */
record Balance(Charge charge, long remaining, long resetMicros, long waitMicros) {
    boolean refused() {
        return waitMicros > 0;
    }
}
