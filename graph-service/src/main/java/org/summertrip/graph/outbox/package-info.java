/** The outbox: events wait as nodes, stored by the transaction that made the fact, until the relay has published them. */
package org.summertrip.graph.outbox;
