package org.summertrip.graph.friendship;

import java.time.Instant;
import org.summertrip.graph.user.PublicUser;

/**
 * All there is between the caller and somebody else, read under the locks on both.
 *
 * @param other somebody who is known and whom no block hides
 * @param friendsSince null when they are not friends
 * @param asked when the caller asked, or null
 * @param askedBy when the other asked, or null
 */
record Bond(PublicUser other, Instant friendsSince, Instant asked, Instant askedBy, Room room) {
    /**
     * How much of what the limits leave is taken.
     *
     * @param joinedAt when the caller signed up, or null while the news of that is on its way
     * @param waiting how many of the caller's requests wait for an answer
     * @param friends how many friends the caller has
     * @param othersFriends how many the other has
     */
    record Room(Instant joinedAt, long waiting, long friends, long othersFriends) {}
}
