/** A piece of the graph as nodes and edges, for drawing: one's own neighbourhood, and anything for admins. */
package org.summertrip.graph.relationship;
