package org.summertrip.sampledata;

/** One message, in the order in which it is said. */
public record ConversationLine(Person sender, String content) {}
