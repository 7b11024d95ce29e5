/**
 * The page at {@code /}: static files that use the public API and nothing else, made to be read by those who write a frontend.
 *
 * <p>Quarkus could serve them itself from {@code META-INF/resources}, but only with a date as validator, which differs from replica to replica, or for
 * a fixed time without asking. Here a file is good as long as its content is the same, and has a policy of its own.
 */
package org.summertrip.gateway.console;
