/**
 * The service that knows who people are and which groups they form. It owns the accounts and their sessions, the groups (= trips)
 * and their members, in PostgreSQL; the refresh tokens of sessions are in Redis. Everybody else learns of its facts by events on
 * the stream {@code events.users}, which leave through an outbox in the transaction that made the fact.
 */
package org.summertrip.users;
