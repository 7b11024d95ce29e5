/** How the caller is connected to somebody: the shortest way from friend to friend. */
package org.summertrip.graph.path;
