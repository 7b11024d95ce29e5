/** Work that nobody waits for: on schedule by one replica at a time, or when an admin asks for it. */
package org.summertrip.graph.job;
