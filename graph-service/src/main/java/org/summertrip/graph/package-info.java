/**
 * graph-service: who is who to whom. It owns the edges between people (friendships, requests, follows, blocks) and keeps
 * a read model of the people, groups and memberships that users-service owns, so that every question about the graph is one
 * query.
 *
 * <p>Packages: {@code store} is Neo4j itself, {@code outbox} how facts get out; {@code user} and {@code group} are the read
 * model; {@code friendship}, {@code follow} and {@code block} are the service's own.
 */
package org.summertrip.graph;
