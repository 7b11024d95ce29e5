/** What the person in front of the screen sees: whose line it is, in which colour, and which lines are worth showing. */
package org.summertrip.local.console;
