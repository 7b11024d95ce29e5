/** How the suite is, seen from its door: each service and each of its stores. */
package org.summertrip.gateway.health;
