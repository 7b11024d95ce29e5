/**
 * A large graph: made up from a seed, loaded straight into Neo4j with progress, and measured. None of it is a test; the README says
 * how to run it.
 */
package org.summertrip.graph.bulk;
