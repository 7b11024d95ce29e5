/** What things are called: UUIDv7 in every store, so that one id space serves all services and sorts by time. */
package org.summertrip.kit.id;
