/**
 * How to ask each engine whether it takes the password and works: its own protocol, over a plain socket, no further than
 * needed. "The port is open" would be less code and a lie: PostgreSQL listens while it still recovers, Cassandra before
 * its roles exist, and another program may listen there instead.
 */
package org.summertrip.stores.wire;
