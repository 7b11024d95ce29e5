/** Follows: (:User)-[:FOLLOWS {since}]-&gt;(:User). Nobody has to agree, but a block, either way, leaves none. */
package org.summertrip.graph.follow;
