/**
 * The one door of the suite. It knows every path from the services' committed contracts, asks for a token where the contract
 * does, counts, and streams the rest through without looking into it. It keeps nothing itself: any replica can answer any request and go on with
 * any socket. What replicas must know together is in Redis, and without Redis they still forward.
 *
 * <p>A request meets {@code trace} (of the kit), {@code web}, {@code route} (which operation is it?), {@code auth} (who asks?), {@code limit}
 * (not too often?), and then {@code socket}, {@code home} or {@code route} again (on to the service), in the order of {@link org.summertrip.gateway.FilterOrder}.
 */
package org.summertrip.gateway;
