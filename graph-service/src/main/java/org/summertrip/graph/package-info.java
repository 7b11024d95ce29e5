/**
 * graph-service: who is who to whom. It owns the edges between people (friendships, requests, follows, blocks) and keeps
 * a read model of the people, groups and memberships that users-service owns, so that every question about the graph is one
 * query.
 *
 * <p>Packages: {@code store} is Neo4j itself, {@code outbox} how facts get out; {@code user} and {@code group} are the read
 * model, {@code replay} rebuilds it; {@code friendship}, {@code follow} and {@code block} are the service's own. What follows from
 * the edges at once is in {@code mutual}, {@code path}, {@code suggestion} and {@code relationship}; what is computed by a {@code
 * job} is made in {@code analysis} and {@code anomaly} and shown in {@code community} and {@code influence} too. {@code audience}
 * and {@code export} are for the gateway.
 */
package org.summertrip.graph;
