/**
 * Conversations, messages and notifications, kept in Cassandra.
 *
 * <p>A trip's conversation exists because its group does ({@code events.users}); any two people have one direct conversation.
 * Messages lie in partitions of ten days and are found through an index of the buckets that hold something. An event leaves
 * with the message, in one logged batch. While Cassandra is down the service lives, says so, and answers 503.
 */
package org.summertrip.messaging;
