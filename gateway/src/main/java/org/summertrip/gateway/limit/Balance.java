package org.summertrip.gateway.limit;

/**
 * What is left under one policy.
 *
 * @param resetMicros until the whole quota is there again
 * @param waitMicros until as much as was asked for is there; 0 when it was admitted
 */
record Balance(Charge charge, long remaining, long resetMicros, long waitMicros) {
    private static final double ROUNDING = 0.001;

    /** @param micros until the whole quota is there again; what is missing of it takes so long to grow back */
    static Balance missing(Charge charge, double micros, long waitMicros) {
        Quota quota = charge.quota();
        double remaining = Math.floor(quota.amount() - micros / quota.microsPerUnit() + ROUNDING);
        return new Balance(charge, (long) Math.max(0, remaining), (long) Math.ceil(micros), waitMicros);
    }

    boolean refused() {
        return waitMicros > 0;
    }
}
