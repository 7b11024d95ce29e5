/** Who has blocked whom: a small projection of graph-service, enough to keep two people from writing to each other. */
package org.summertrip.messaging.block;
