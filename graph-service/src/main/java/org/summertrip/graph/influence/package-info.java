/** Influence: PageRank over friendships and follows, as the last analysis found it. */
package org.summertrip.graph.influence;
