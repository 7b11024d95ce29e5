package org.summertrip.gateway.socket;

/** How many frames a client may still send: a bucket that fills evenly, and holds five seconds' worth. */
final class Allowance {
    private static final int SECONDS = 5;
    private static final double MILLIS = 1000;

    private final double perSecond;
    private double left;
    private long at;

    Allowance(int perSecond, long now) {
        this.perSecond = perSecond;
        this.left = (double) perSecond * SECONDS;
        this.at = now;
    }

    /** Takes one; false when there is none. */
    boolean take(long now) {
        left = Math.min(perSecond * SECONDS, left + (now - at) / MILLIS * perSecond);
        at = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
