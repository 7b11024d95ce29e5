package org.summertrip.gateway.limit;

import java.time.Duration;

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

    /** The key of the bucket in Redis. */
    String bucket() {
        return "rate:" + policy.code() + ':' + key;
    }

    /** How much may be taken in advance: what grows back within this time, but never bytes, of which each request needs many. */
    long advance(Duration time) {
        return policy.countsBytes() ? 0 : quota.grownWithin(time);
    }

    /** Nothing taken from it. */
    Balance untouched() {
        return new Balance(this, quota.amount(), 0, 0);
    }
}
