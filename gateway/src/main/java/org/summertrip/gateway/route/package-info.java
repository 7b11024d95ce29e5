/** Which service a request belongs to, and how it gets there and back: streamed, timed, and named to the service. */
package org.summertrip.gateway.route;
