/** The outbox: events wait in the database, stored by the transaction that made the fact, until the relay has published them. */
package org.summertrip.users.outbox;
