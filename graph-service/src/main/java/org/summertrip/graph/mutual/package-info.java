/** What the caller has in common with somebody: friends and groups. */
package org.summertrip.graph.mutual;
