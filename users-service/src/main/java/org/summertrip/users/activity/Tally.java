package org.summertrip.users.activity;

/** How an activity stands, and what the caller said. */
record Tally(long likes, long dislikes, String mine) {
    static final Tally NONE = new Tally(0, 0, null);
}
