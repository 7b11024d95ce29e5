/** Groups and who is in them: a read model of what users-service says in {@code events.users}. */
package org.summertrip.graph.group;
