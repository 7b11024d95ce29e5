/** How a request is followed: the W3C trace it belongs to and the id that its caller can quote. */
package org.summertrip.kit.trace;
