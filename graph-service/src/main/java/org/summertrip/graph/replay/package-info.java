/** Rebuilds the read model: a snapshot of users-service comes in as events and goes through the handlers of events. */
package org.summertrip.graph.replay;
