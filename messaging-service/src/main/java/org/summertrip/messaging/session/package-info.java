/** When people were connected: what the gateways say of their sockets, kept for a year. */
package org.summertrip.messaging.session;
