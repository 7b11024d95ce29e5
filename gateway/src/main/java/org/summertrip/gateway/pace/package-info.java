/**
 * Clients that take their time. A connection is cheap to open and costs a place here and, with a body, one at a service; an idle timeout
 * alone gives it away for a byte a minute.
 */
package org.summertrip.gateway.pace;
