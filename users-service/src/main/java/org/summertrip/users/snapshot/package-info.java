/** Everything of this service as the events that would tell it: what the others rebuild their read models from. */
package org.summertrip.users.snapshot;
