package org.summertrip.gateway.limit;

/**
 * What a request costs under one policy.
 *
 * @param key whose bucket it is, or null for those whom the policy spares
 * @param cost requests or bytes; never more than the whole quota, otherwise it could never be had
 */
record Charge(LimitPolicy policy, Quota quota, String key, long cost) {
    Charge {
        cost = Math.max(0, Math.min(cost, quota.amount()));
    }

    boolean counted() {
        return key != null;
    }

    /** Nothing taken from it. */
    Balance untouched() {
        return new Balance(this, quota.amount(), 0, 0);
    }
}
