/** People, as far as the graph must know them: a read model of what users-service says in {@code events.users}. */
package org.summertrip.graph.user;
