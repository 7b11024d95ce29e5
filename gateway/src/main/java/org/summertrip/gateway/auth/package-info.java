/** Who may come in at all. What they may do there is for each service to decide, which checks the token again. */
package org.summertrip.gateway.auth;
