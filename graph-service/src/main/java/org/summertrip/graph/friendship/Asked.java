package org.summertrip.graph.friendship;

/**
 * What came of asking somebody.
 *
 * @param isNew whether there is a request now that was not there before
 * @param result the {@link FriendRequest}, or the {@link Friend} whose own request was met
 */
record Asked(boolean isNew, Object result) {}
