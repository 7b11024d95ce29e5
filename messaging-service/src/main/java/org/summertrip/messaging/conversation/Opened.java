package org.summertrip.messaging.conversation;

/** The conversation that somebody asked for, and whether it came into being by that. */
record Opened(Conversation conversation, boolean created) {}
