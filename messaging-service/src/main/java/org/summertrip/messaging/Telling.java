package org.summertrip.messaging;

import org.summertrip.kit.event.EventHandler;

/** A handler that tells people of a fact. A replay leaves it out: it makes the tables anew, and nobody hears the past again. */
public interface Telling extends EventHandler {}
