/** Neo4j as a process of its own: the distribution's launcher is not on Maven Central, the engine is. */
package org.summertrip.stores.neo4j;
