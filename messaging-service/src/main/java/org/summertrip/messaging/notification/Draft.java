package org.summertrip.messaging.notification;

import java.util.List;
import org.summertrip.messaging.cassandra.Write;

/**
 * A notification that is about to be made.
 *
 * @param writes what stores it
 */
record Draft(Notification notification, List<Write> writes) {}
