/** Blocks: (:User)-[:BLOCKED {since}]-&gt;(:User). A block ends all there is between the two; the blocked side cannot tell. */
package org.summertrip.graph.block;
