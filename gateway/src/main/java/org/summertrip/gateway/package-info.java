/**
 * The one door of the suite. It knows every path from the services' committed contracts, asks for a token where the contract
 * does, and streams the rest through without looking into it. It keeps nothing: any replica can answer any request, and none of
 * them needs a store.
 *
 * <p>A request meets {@code trace} (of the kit), {@code route} (which operation is it?), {@code auth} (who asks?) and
 * {@code route} again (on to the service), in the order of {@link org.summertrip.gateway.FilterOrder}.
 */
package org.summertrip.gateway;
