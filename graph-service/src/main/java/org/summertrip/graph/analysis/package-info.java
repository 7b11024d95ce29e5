/**
 * What is computed from the whole graph: communities by Louvain's method and influence by PageRank, both our own, over edges that
 * are streamed out of Neo4j into arrays (four bytes an end). Reading takes no locks and the results are written in small
 * transactions, so nobody waits for it.
 */
package org.summertrip.graph.analysis;
