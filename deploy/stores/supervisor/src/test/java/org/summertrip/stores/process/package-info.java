/** What the supervisor needs of the machine, each piece alone. */
package org.summertrip.stores.process;
