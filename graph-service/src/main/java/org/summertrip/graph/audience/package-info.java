/** For the gateway: whom the caller's presence and typing matter to. */
package org.summertrip.graph.audience;
