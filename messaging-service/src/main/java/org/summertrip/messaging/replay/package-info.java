/** Replay: the projections are made anew from a snapshot that another service hands out. */
package org.summertrip.messaging.replay;
