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
record Bond(PublicUser other, Instant friendsSince, Instant asked, Instant askedBy) {}
