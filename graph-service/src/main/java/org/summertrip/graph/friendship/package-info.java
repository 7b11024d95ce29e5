/**
 * Friendships and the requests that lead to them: (:User)-[:REQUESTED {at}]-&gt;(:User), and one (:User)-[:FRIEND {since}]-(:User)
 * per pair, directed from the smaller id to the greater.
 */
package org.summertrip.graph.friendship;
