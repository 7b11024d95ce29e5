/**
 * How this service speaks with Cassandra: a session made and migrated in the background, prepared statements, leases, and what
 * counts as an outage. Nothing here knows what is stored.
 */
package org.summertrip.messaging.cassandra;
