/**
 * What a supervisor needs of the machine: processes and how they end, ports, locks, private files, a JDK, the checkout.
 * Nothing here knows a store.
 */
package org.summertrip.stores.process;
