/** Makes anew what is known from the events of others, out of a snapshot in the form of those events. */
package org.summertrip.files.replay;
