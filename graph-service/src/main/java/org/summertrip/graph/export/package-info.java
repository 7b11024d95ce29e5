/**
 * Everything the graph holds about the caller. What others keep about the caller (who blocked or dismissed whom) is theirs and not
 * told: a block would not be hidden if it could be exported.
 */
package org.summertrip.graph.export;
